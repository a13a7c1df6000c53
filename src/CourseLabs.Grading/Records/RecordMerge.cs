using CourseLabs.Exercises;

namespace CourseLabs.Grading.Records;

/// <summary>Puts the results of several shards, or of several runs, into one folder.</summary>
public static class RecordMerge
{
    /// <summary>Merges. A score is never lost: where two folders have a student, a graded record wins over one that is not, then the higher score.</summary>
    /// <param name="folders">The results' folders, of one lab and one seed.</param>
    /// <param name="target">Where the records go; may be one of the folders.</param>
    /// <returns>The run that they all belong to.</returns>
    /// <exception cref="GradingException">A folder has no results, or those of another lab or seed.</exception>
    public static RunFile Merge(IReadOnlyList<string> folders, RecordFiles target)
    {
        ArgumentNullException.ThrowIfNull(folders);
        ArgumentNullException.ThrowIfNull(target);
        RunFile[] runs = [.. folders.Select(f => RunFile.Read(f) ?? throw new GradingException($"{f} has no results: there is no {RunFile.Name} in it."))];
        if (runs.DistinctBy(r => (r.Lab, r.Seed)).Count() > 1)
            throw new GradingException($"The results are of different runs: {string.Join("; ", folders.Zip(runs).Select(p => $"{p.First} lab {p.Second.Lab}, seed {p.Second.Seed}"))}.");
        foreach (var group in folders.SelectMany(f => new RecordFiles(f).ReadAll()).Concat(target.ReadAll()).GroupBy(r => r.Student))
            target.Write(Best(group));
        var merged = Together(runs);
        merged.Write(target.Folder);
        return merged;
    }

    // A run of the whole class has every shard's students.
    private static RunFile Together(RunFile[] runs)
    {
        if (runs.Any(r => r.ShardsInAll == 0))
            return new(runs[0].Lab, runs[0].Seed);
        if (runs.Select(r => r.ShardsInAll).Distinct().Count() > 1)
            throw new GradingException($"The results are shards of different divisions: into {string.Join(" and ", runs.Select(r => r.ShardsInAll).Distinct().Order())}.");
        var merged = runs[0] with { Shards = [.. runs.SelectMany(r => r.Shards).Distinct().Order()] };
        return merged.MissingShards.Any() ? merged : new(merged.Lab, merged.Seed);
    }

    private static GradeRecord Best(IEnumerable<GradeRecord> records)
    {
        GradeRecord[] all = [.. records];
        var best = all.OrderByDescending(r => r.Status == GradeStatus.Graded).ThenByDescending(r => r.Earned).ThenBy(r => r.InputHash, StringComparer.Ordinal).First();
        return all.Any(r => r.Status == GradeStatus.Graded && r.InputHash != best.InputHash)
            ? best with { Notes = [.. best.Notes, new Wording("Two submissions of this student were graded; the better one counts.", "이 학생의 제출물이 둘 채점되었고, 더 나은 것을 반영합니다.")] }
            : best;
    }
}
