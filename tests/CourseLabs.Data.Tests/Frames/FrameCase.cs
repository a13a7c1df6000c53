using System.Text.Json;
using CourseLabs.Data.Frames;

namespace CourseLabs.Data.Tests.Frames;

/// <summary>What pandas makes of a small table: Peers/frames.json.</summary>
internal sealed record FrameCase(string Name, string Csv, string[][] Shown, string[] Columns, double[] Values)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    public static IReadOnlyList<FrameCase> All { get; } = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Peers", "frames.json")))
        .RootElement.GetProperty("tables").Deserialize<FrameCase[]>(Options)!;

    public DataFrame Read() => CsvFile.Parse(Csv, Name);
}
