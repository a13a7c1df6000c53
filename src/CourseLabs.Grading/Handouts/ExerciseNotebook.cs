using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using CourseLabs.Exercises;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseLabs.Grading.Handouts;

/// <summary>An exercise as a notebook: of each task the text, a cell with its method, and a cell that checks it.</summary>
/// <param name="exercise">The exercise.</param>
/// <param name="tasks">Its Tasks.cs, with blanks or with answers: the methods' cells come from it.</param>
/// <param name="language">The texts' language.</param>
public sealed partial class ExerciseNotebook(Exercise exercise, string tasks, Language language)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Where CourseLabs.Checks.dll is, seen from the notebook.</summary>
    public required string Reference { get; init; }

    /// <summary>The command that lays it there.</summary>
    public required string Build { get; init; }

    /// <summary>The notebook's file, without outputs.</summary>
    public string ToJson()
    {
        var root = CSharpSyntaxTree.ParseText(tasks.ReplaceLineEndings("\n")).GetCompilationUnitRoot();
        MemberDeclarationSyntax[] members = [.. root.DescendantNodes().OfType<ClassDeclarationSyntax>().First().Members];
        var checks = exercise.Checks.ToDictionary(c => c.Member);
        List<object> cells =
        [
            Markdown("title", Say(
                $"""
                # Lab {exercise.Number}: the tasks

                Of each task you see its text, a cell for your method and a cell that checks it. Replace the line that throws a
                `NotImplementedException`, run the cell, then run its check. Nothing limits a cell's time: a loop that never ends is stopped by the
                notebook's own stop button. For the grade, copy your methods into `Tasks.cs`.

                Before the first cell, once: `{Build}` in a terminal, in the folder that has `global.json`.
                """,
                $"""
                # 실습 {exercise.Number}: 문제

                문제마다 설명, 메서드를 쓰는 셀, 검사하는 셀이 있습니다. `NotImplementedException`을 던지는 줄을 지우고 코드를 쓴 뒤 셀을 실행하고, 검사
                셀을 실행하세요. 셀에는 시간 제한이 없습니다. 끝나지 않는 반복문은 노트북의 정지 단추로 멈춥니다. 채점을 받으려면 메서드를
                `Tasks.cs`에 옮기세요.

                첫 셀을 실행하기 전에 한 번: `global.json`이 있는 폴더의 터미널에서 `{Build}`.
                """)),
            Code("load", Say($"// Not found? Run `{Build}` in a terminal, then restart the kernel.", $"// 파일이 없다면 터미널에서 `{Build}`를 실행한 뒤 커널을 다시 시작하세요.")
                + $"\n#r \"{Reference}\""),
            Code("usings", string.Join('\n',
            [
                .. root.Usings.Select(u => u.WithoutTrivia().NormalizeWhitespace().ToString()),
                "using TorchSharp;",
                "using static CourseLabs.Checks.Notebook;",
                .. members.Where(m => m is not MethodDeclarationSyntax method || !checks.ContainsKey(method.Identifier.ValueText)).Select(m => "\n" + Cell(m)),
            ])),
        ];
        foreach (var check in exercise.Checks)
        {
            var said = exercise.HintsFor(check.Id, language);
            var name = check.Id.Replace('.', '-');
            cells.Add(Markdown($"task-{name}", $"## {check.Id} {said.Title} ({Say(check.Points == 1 ? "1 point" : $"{check.Points} points", $"{check.Points}점")})\n\n{said.Text}"));
            cells.Add(Code($"code-{name}", Cell(members.OfType<MethodDeclarationSyntax>().Single(m => m.Identifier.ValueText == check.Member))));
            cells.Add(Code($"check-{name}", $"Check(\"{check.Id}\", {check.Member})"));
        }

        var notebook = new
        {
            cells,
            metadata = new
            {
                kernelspec = new { display_name = ".NET (C#)", language = "C#", name = ".net-csharp" },
                language_info = new { file_extension = ".cs", mimetype = "text/x-csharp", name = "C#", pygments_lexer = "csharp" },
            },
            nbformat = 4,
            nbformat_minor = 5,
        };
        return JsonSerializer.Serialize(notebook, Json) + "\n";
    }

    private string Say(string english, string korean) => new Wording(english, korean).In(language);

    private static object Markdown(string id, string text) => new { cell_type = "markdown", id, metadata = new { }, source = Lines(text) };

    private static object Code(string id, string text) =>
        new { cell_type = "code", id, metadata = new { }, source = Lines(text), execution_count = (int?)null, outputs = Array.Empty<object>() };

    private static string[] Lines(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return [.. lines.Select((line, i) => i < lines.Length - 1 ? line + "\n" : line)];
    }

    // As the class has it, without the class: its comment, its place in the line. A static method of one cell cannot be handed over in the
    // next (CS1503), one that is not can.
    private static string Cell(MemberDeclarationSyntax member)
    {
        var lines = Access().Replace(member.ToFullString(), "").Trim('\n').TrimEnd().Split('\n').Where(l => !Mark().IsMatch(l)).ToArray();
        var indent = lines[0].Length - lines[0].TrimStart().Length;
        return string.Join('\n', lines.Select(l => l[..Math.Min(indent, l.Length)].Trim().Length == 0 ? l[Math.Min(indent, l.Length)..] : l));
    }

    [GeneratedRegex(@"(?<=^ {4})(public |private |internal |static )+", RegexOptions.Multiline)]
    private static partial Regex Access();

    [GeneratedRegex(@"^\s*// (BEGIN|END) SOLUTION\s*$")]
    private static partial Regex Mark();
}
