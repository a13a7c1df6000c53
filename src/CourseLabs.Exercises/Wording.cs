namespace CourseLabs.Exercises;

/// <summary>The languages that a student can read verdicts in.</summary>
public enum Language
{
    /// <summary>English.</summary>
    English,

    /// <summary>Korean.</summary>
    Korean,
}

/// <summary>The same words in both languages.</summary>
/// <param name="English">In English.</param>
/// <param name="Korean">In Korean.</param>
public readonly record struct Wording(string English, string Korean)
{
    /// <summary>What is the same in both, such as the compiler's message.</summary>
    public static implicit operator Wording(string both) => FromString(both);

    /// <summary>One wording after the other.</summary>
    public static Wording operator +(Wording first, Wording second) => first.Add(second);

    /// <summary>What is the same in both, such as the compiler's message.</summary>
    public static Wording FromString(string both) => new(both, both);

    /// <summary>This wording, a space, the other.</summary>
    public Wording Add(Wording second) => new($"{English} {second.English}".Trim(), $"{Korean} {second.Korean}".Trim());

    /// <summary>In the language asked for.</summary>
    public string In(Language language) => language == Language.Korean ? Korean : English;
}
