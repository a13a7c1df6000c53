using System.Text;

namespace CourseLabs.Grading.Exports;

/// <summary>
/// Finds the student of a list whom a number or a name means: by the number first, then by the name without regard to case, spaces and
/// punctuation. A name that two of them have means neither.
/// </summary>
/// <typeparam name="T">What stands in the list.</typeparam>
internal sealed class StudentNames<T>
    where T : class
{
    private const int ShortestNumber = 4; // within a name: a shorter one may count submissions

    private readonly Dictionary<string, T?> byNumber = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, T?> byName = new(StringComparer.Ordinal);

    public StudentNames(IEnumerable<(T Student, IEnumerable<string> Numbers, string Name)> students)
    {
        foreach ((var student, var numbers, var name) in students)
        {
            foreach (var number in numbers.Concat(NumbersIn(name)).Select(n => n.Trim()).Where(n => n.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase))
                Add(byNumber, number, student);
            if (Plain(name) is { Length: > 0 } plain)
                Add(byName, plain, student);
        }
    }

    /// <summary>The student; null when there is none, or more than one.</summary>
    public T? Find(IEnumerable<string> numbers, string name)
    {
        foreach (var number in numbers.Append(name).Select(n => n.Trim()).Concat(NumbersIn(name)).Where(n => n.Length > 0))
        {
            if (byNumber.TryGetValue(number, out var known) && known is not null)
                return known;
        }

        return byName.GetValueOrDefault(Plain(name));
    }

    /// <summary>A name by letters and digits alone: macOS's Korean syllables put together, "Kim, Minji" as Canvas's kimminji.</summary>
    public static string Plain(string name) =>
        new([.. name.Normalize(NormalizationForm.FormC).ToUpperInvariant().Where(c => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is
            System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark or System.Globalization.UnicodeCategory.Surrogate)]);

    // "20231234_김민지": the folder's name has the number.
    private static IEnumerable<string> NumbersIn(string name) =>
        new string([.. name.Select(c => char.IsAsciiDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(n => n.Length >= ShortestNumber);

    private static void Add(Dictionary<string, T?> index, string key, T student)
    {
        if (!index.TryAdd(key, student) && !ReferenceEquals(index[key], student))
            index[key] = null;
    }
}
