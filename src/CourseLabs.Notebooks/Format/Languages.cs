using System.Text.Json.Nodes;

namespace CourseLabs.Notebooks.Format;

/// <summary>Which notebooks and cells are C#.</summary>
internal static class Languages
{
    private static readonly string[] CSharp = ["c#", "csharp", ".net-csharp"];

    /// <exception cref="NotebookException">The notebook's kernel runs another language. One that names none is taken for C#.</exception>
    public static void DemandCSharp(JsonObject metadata, string name)
    {
        string? kernel = Text(metadata, "kernelspec", "name") ?? Text(metadata, "kernelspec", "display_name");
        string? language = Text(metadata, "kernelspec", "language") ?? (kernel == ".net-csharp" ? kernel : Text(metadata, "language_info", "name") ?? kernel);
        if (language is not null && !IsCSharp(language))
            throw new NotebookException($"{name} is for the kernel {kernel ?? language} (language {language}); only C# notebooks run here.");
    }

    /// <exception cref="NotebookException">A code cell belongs to another language, as .NET Interactive lets cells do.</exception>
    public static void DemandCSharp(JsonObject metadata, int cell, string name)
    {
        string? language = Text(metadata, "polyglot_notebook", "kernelName") ?? Text(metadata, "dotnet_interactive", "language");
        if (language is not null && !IsCSharp(language))
            throw new NotebookException($"Cell {cell} of {name} is {language}; only C# cells run here.");
    }

    private static bool IsCSharp(string language) => CSharp.Contains(language.ToLowerInvariant());

    private static string? Text(JsonObject metadata, string group, string member) => (metadata[group] as JsonObject)?[member].AsText();
}
