using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace CourseLabs.Notebooks.Session;

/// <summary>An object as text: numbers as C# writes them everywhere, collections element by element.</summary>
internal static class PlainText
{
    private const int MostElements = 100;

    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => text,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ when SaysWhatItIs(value.GetType()) => value.ToString() ?? "",
        IEnumerable elements => List(elements),
        _ when value.GetType().GetMethod("ToHtml", []) is not null => value.GetType().Name, // a record's own text would be long
        _ => value.ToString() ?? "",
    };

    // Whether someone wrote a ToString() for it: not object's, nor the one that the compiler writes for a record.
    private static bool SaysWhatItIs(Type type)
    {
        var method = type.GetMethod(nameof(ToString), [])!;
        return method.DeclaringType != typeof(object) && method.DeclaringType != typeof(ValueType)
            && !method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
    }

    private static string List(IEnumerable elements)
    {
        string[] texts = [.. elements.Cast<object?>().Take(MostElements + 1).Select(Of)];
        return $"[{string.Join(", ", texts.Take(MostElements))}{(texts.Length > MostElements ? ", ..." : "")}]";
    }
}
