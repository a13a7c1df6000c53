using System.Globalization;
using CourseLabs.Exercises;

namespace CourseLabs.Grading.Exports;

/// <summary>What is taken off for handing in late. The points themselves never change: the rule is applied when the grades are written.</summary>
/// <param name="Due">Until when it was to be handed in.</param>
/// <param name="PercentPerDay">Of the points, for each day that has begun.</param>
/// <param name="MostPercent">The most that is taken off.</param>
public sealed record LateRule(DateTimeOffset Due, decimal PercentPerDay, decimal MostPercent = 100)
{
    /// <summary>Reads <c>DUE,PERCENT_PER_DAY[,MOST_PERCENT]</c>, such as <c>2026-10-05T23:59+09:00,10,50</c>.</summary>
    /// <exception cref="GradingException">It is something else.</exception>
    public static LateRule Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(',');
        if (parts.Length is 2 or 3 && Roster.TryReadTime(parts[0].Trim(), out var due) && Percent(parts[1]) is { } day && Percent(parts.ElementAtOrDefault(2) ?? "100") is { } most)
            return new(due, day, most);
        throw new GradingException(
            $"A late rule is DUE,PERCENT_PER_DAY[,MOST_PERCENT] with the due date's offset from UTC, such as 2026-10-05T23:59+09:00,10,50; \"{text}\" is none.");
    }

    /// <summary>How many days late, each begun day a whole one.</summary>
    public int DaysLate(DateTimeOffset submitted, DateTimeOffset? due = null) =>
        submitted <= (due ?? Due) ? 0 : (int)Math.Ceiling((submitted - (due ?? Due)) / TimeSpan.FromDays(1));

    /// <summary>The percent that are taken off.</summary>
    public decimal PercentOff(int days) => days <= 0 ? 0 : Math.Min(100, Math.Min(MostPercent, PercentPerDay * days));

    /// <summary>What is left of the points, to two decimals.</summary>
    public decimal Final(int points, int days) => Math.Round(points * (100 - PercentOff(days)) / 100, 2, MidpointRounding.AwayFromZero);

    /// <summary>The days, the final points and what is said of them.</summary>
    /// <param name="earned">The points.</param>
    /// <param name="submitted">When it was handed in, as far as the files tell.</param>
    /// <param name="marked">Whether the LMS calls it late; null where it does not tell.</param>
    /// <param name="student">The student of the roster, whose times go before the files'.</param>
    public (int Days, decimal Final, Wording? Note) Apply(int earned, DateTimeOffset? submitted, bool? marked, RosterStudent? student)
    {
        var due = student?.Due ?? Due;
        if (student?.Submitted is { } told)
            return ByTime(earned, told, due, "by the roster", "명단 기준");
        // An LMS that marks late files gives them the time of the download: then its mark is all that is known.
        if (marked is false)
            return (0, earned, null);
        if (marked is true)
        {
            return (0, earned, new(
                "Nothing is taken off: the LMS calls it late, but not by how much. The roster's column submitted can say when it was handed in.",
                "감점하지 않았습니다. LMS에 지각으로 표시되어 있지만 얼마나 늦었는지 알 수 없습니다. 명단의 submitted 열에 제출 시각을 적을 수 있습니다."));
        }

        return submitted is { } time
            ? ByTime(earned, time, due, "by the file's time", "파일의 시각 기준")
            : (0, earned, earned == 0 ? (Wording?)null : new Wording("Nothing is taken off: no time is known.", "감점하지 않았습니다. 제출 시각을 알 수 없습니다."));
    }

    private (int Days, decimal Final, Wording? Note) ByTime(int earned, DateTimeOffset time, DateTimeOffset due, string by, string byKorean)
    {
        var days = DaysLate(time, due);
        if (days == 0)
            return (0, earned, null);
        (var at, var off) = (time.ToOffset(due.Offset).ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture), PercentOff(days).ToString("0.##", CultureInfo.InvariantCulture));
        return (days, Final(earned, days), new(
            $"Handed in at {at} ({by}), {days} {(days == 1 ? "day" : "days")} late: {off} % taken off.",
            $"{at}에 제출({byKorean}), {days}일 지각: {off} % 감점."));
    }

    private static decimal? Percent(string text) =>
        decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100 ? percent : null;
}
