using CourseLabs.Exercises.Values;

namespace CourseLabs.Exercises.Judging;

/// <summary>One input of a task: what the student's member made of it, and what is right.</summary>
/// <param name="Round">The round.</param>
/// <param name="Case">The kind of input.</param>
/// <param name="Input">The arguments.</param>
/// <param name="Got">The student's answer.</param>
/// <param name="Right">The right answer.</param>
internal sealed record Trial(int Round, int Case, Answer Input, Answer Got, Answer Right);
