namespace CourseLabs.Exercises.Judging;

/// <summary>A verdict in two or three words, for tables.</summary>
public static class VerdictWords
{
    /// <summary>The words.</summary>
    public static Wording Of(VerdictKind kind) => kind switch
    {
        VerdictKind.DoesNotCompile => new("does not compile", "컴파일 안 됨"),
        VerdictKind.NotStarted => new("not started", "시작 전"),
        VerdictKind.WrongSignature => new("wrong signature", "서명이 다름"),
        VerdictKind.Threw => new("threw an exception", "예외 발생"),
        VerdictKind.EndedProcess => new("ended the process", "프로세스 종료"),
        VerdictKind.TooSlow => new("too slow", "시간 초과"),
        VerdictKind.InputChanged => new("input changed", "입력이 바뀜"),
        VerdictKind.WrongShape => new("wrong shape or type", "모양이나 자료형이 다름"),
        VerdictKind.NotFinite => new("not finite", "유한하지 않음"),
        VerdictKind.KnownMistake => new("a known mistake", "알려진 실수"),
        VerdictKind.Relation => new("wrong, with a pattern", "규칙적으로 틀림"),
        VerdictKind.Wrong => new("wrong", "틀림"),
        VerdictKind.Passed => new("passed", "통과"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
