using System.Text;

namespace CourseLabs.Grading.Handouts;

/// <summary>The files of Template/: each has the name that it has in a handout, and .txt behind it, so that no tool here takes it for its own.</summary>
internal static class Template
{
    private const string Prefix = "Handouts/Template/";

    /// <summary>Path and text of the files that a handout has once; <c>{{...}}</c> stand in them.</summary>
    public static IEnumerable<(string Path, string Text)> Once => All.Where(f => !f.Path.StartsWith("lab", StringComparison.Ordinal));

    /// <summary>Path and text of the files that each lab has.</summary>
    public static IEnumerable<(string Path, string Text)> OfLab => All.Where(f => f.Path.StartsWith("lab", StringComparison.Ordinal));

    /// <summary>A text with each <c>{{name}}</c> replaced.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values)
    {
        var result = new StringBuilder(text);
        foreach ((var name, var value) in values)
            result.Replace($"{{{{{name}}}}}", value);
        return result.ToString();
    }

    private static IEnumerable<(string Path, string Text)> All
    {
        get
        {
            var assembly = typeof(Template).Assembly;
            foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                yield return (name[Prefix.Length..^".txt".Length], reader.ReadToEnd().ReplaceLineEndings("\n"));
            }
        }
    }
}
