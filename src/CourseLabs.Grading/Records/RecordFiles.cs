using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CourseLabs.Data;

namespace CourseLabs.Grading.Records;

/// <summary>The folder with one JSON file a submission. A file is written whole or not at all: a run that is killed leaves only whole ones.</summary>
/// <param name="folder">The folder; made when it is written to.</param>
public sealed class RecordFiles(string folder)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    /// <summary>The folder.</summary>
    public string Folder => folder;

    /// <summary>Keeps the folder to one run as long as what it returns is not disposed of.</summary>
    /// <exception cref="GradingException">Another run has it.</exception>
    public IDisposable Hold() => FileLock.TryTake(Path.Combine(folder, ".held"), FileOptions.DeleteOnClose)
        ?? throw new GradingException($"Another run is writing its results into {folder}: wait for its end, or name another file by --out.");

    /// <summary>Where a student's record lies. Names that differ in case only, or in signs that files cannot have, get files of their own.</summary>
    public string PathOf(string student) => Path.Combine(folder, FileNames.For(student) + ".json");

    /// <summary>A student's record; null when there is none, or none that can be read.</summary>
    public GradeRecord? Read(string student) => File.Exists(PathOf(student)) ? ReadFile(PathOf(student)) : null;

    /// <summary>All records, by student.</summary>
    public IReadOnlyList<GradeRecord> ReadAll() => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.json").Where(f => Path.GetFileName(f) != RunFile.Name).Order(StringComparer.Ordinal).Select(ReadFile).OfType<GradeRecord>()
            .OrderBy(r => r.Student, StringComparer.Ordinal)]
        : [];

    /// <summary>Keeps a record. A fault of the grader's own never takes the place of a score.</summary>
    /// <returns>What is kept.</returns>
    public GradeRecord Write(GradeRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Status == GradeStatus.InfraError && Read(record.Student) is { Status: GradeStatus.Graded } older)
            record = older with { Notes = [.. older.Notes.Where(n => n != InfraNote), InfraNote] };
        AtomicFile.Write(PathOf(record.Student), ToJson(record));
        return record;
    }

    /// <summary>What an older score says when grading anew has failed.</summary>
    internal static Exercises.Wording InfraNote { get; } = new(
        "Grading it anew failed by the grader's own fault; the score is the older one.", "다시 채점하지 못했습니다(채점기의 오류). 이전 점수를 유지합니다.");

    internal static string ToJson<T>(T value) => JsonSerializer.Serialize(value, Options);

    internal static T? FromJson<T>(string json) => JsonSerializer.Deserialize<T>(json, Options);

    private static GradeRecord? ReadFile(string path)
    {
        try
        {
            return FromJson<GradeRecord>(File.ReadAllText(path));
        }
        catch (JsonException)
        {
            return null; // of another version, or of another program
        }
    }
}

/// <summary>File names made of students' names.</summary>
public static class FileNames
{
    /// <summary>The name as far as every file system takes it, and eight digits of its hash: never the same for two students.</summary>
    public static string For(string student)
    {
        ArgumentNullException.ThrowIfNull(student);
        var plain = new string([.. student.Select(c => char.IsLetterOrDigit(c) || c is '-' or '.' ? c : '_')]).Trim('.');
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(student)))[..8];
        return $"{plain[..Math.Min(plain.Length, 40)]}-{hash}";
    }
}
