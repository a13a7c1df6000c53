using System.Runtime.CompilerServices;

namespace CourseLabs.Exercises.Values;

/// <summary>The input of a task as a list of arguments.</summary>
internal static class Inputs
{
    /// <summary>The members of a tuple; of anything else the one argument that it is.</summary>
    public static object?[] Of(object input) =>
        input is ITuple tuple ? [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i])] : [input];
}
