using CourseLabs.Exercises;
using CourseLabs.Grading.Exports;
using CourseLabs.Pages;

namespace CourseLabs.Grading.Reports;

/// <summary>The instructor's page: how the class did, task by task, and who needs a look.</summary>
public static class ClassReport
{
    /// <summary>The page, in one file.</summary>
    /// <param name="sheet">The grades.</param>
    /// <param name="seed">The seed of all inputs.</param>
    /// <param name="similar">Students with similar code; null where nobody looked.</param>
    /// <param name="language">The page's language.</param>
    public static string Html(GradeSheet sheet, long seed, IReadOnlyList<SimilarCode>? similar, Language language)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return Page.Render<ClassDocument, ClassSummary>(new(sheet, seed, similar, language));
    }
}
