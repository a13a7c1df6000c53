using System.Text;
using CourseLabs.Exercises;
using CourseLabs.Grading.Exports;
using CourseLabs.Pages;

namespace CourseLabs.Grading.Reports;

/// <summary>
/// What one student may read of the grading, in both languages. It is made of an allow-list: the tasks' ids, titles, points and verdicts, the
/// feedback that holds no number of an input, the mistakes' sentences and the next hint. Notes, other students, the seed and the inputs do
/// not get here.
/// </summary>
public static class FeedbackPage
{
    /// <summary>The page as HTML, in one file, in both languages; the one asked for is shown first.</summary>
    public static string Html(GradeRow row, Exercise exercise, Language first)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Page.Render<FeedbackDocument, (string, IReadOnlyList<FeedbackSide>)>((row.Student, FeedbackSide.Both(row, exercise, first)));
    }

    /// <summary>The page as Markdown, both languages one below the other.</summary>
    public static string Markdown(GradeRow row, Exercise exercise, Language first)
    {
        ArgumentNullException.ThrowIfNull(row);
        var sides = FeedbackSide.Both(row, exercise, first);
        List<string> blocks = [$"# {Escaped(sides[0].Lab)}: {Escaped(row.Student)}"];
        foreach (var side in sides)
        {
            blocks.AddRange([$"## {side.Language}", $"**{Escaped(side.Points)}**"]);
            blocks.AddRange(new[] { side.Late, side.Status }.OfType<string>().Select(Escaped));
            foreach (var task in side.Tasks)
            {
                blocks.Add($"### {(task.Passed ? "✓" : "✗")} {task.Id} {task.Title} ({task.Points}, {Escaped(task.Verdict)})");
                if (task.Passed)
                    continue;
                blocks.Add(task.IsOurs ? task.Feedback : Escaped(task.Feedback));
                if (task.Hint is not null)
                    blocks.Add($"> {side.HintWord} {task.HintNumber}: {task.Hint}");
            }
        }

        return string.Join("\n\n", blocks) + "\n";
    }

    // Text that Markdown takes for nothing but text, in one line.
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text.ReplaceLineEndings(" "))
        {
            if (c is '<' or '>' or '&')
                escaped.Append(c switch { '<' => "&lt;", '>' => "&gt;", _ => "&amp;" });
            else if (c < 0x80 && (char.IsPunctuation(c) || char.IsSymbol(c)) && c is not ('.' or ',' or ':' or ';' or '\'' or '"' or '/' or '(' or ')' or '%' or '?'))
                escaped.Append('\\').Append(c);
            else
                escaped.Append(char.IsControl(c) ? ' ' : c);
        }

        return escaped.ToString();
    }
}
