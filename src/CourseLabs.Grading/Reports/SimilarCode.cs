using CourseLabs.Exercises;
using CourseLabs.Grading.Submissions;

namespace CourseLabs.Grading.Reports;

/// <summary>What two or more students have alike in one task.</summary>
/// <param name="Task">The task's id.</param>
/// <param name="Similarity">From 0 to 1.</param>
/// <param name="Texts">Each student's method body.</param>
public sealed record SimilarTask(string Task, double Similarity, IReadOnlyList<string> Texts);

/// <summary>Students whose submissions have in common what few others have.</summary>
/// <param name="Students">Two; or more, if their texts are the same but for names and layout.</param>
/// <param name="Similarity">From 0 to 1, over all tasks.</param>
/// <param name="Weight">How much of it there is, and how rare it is in the class.</param>
/// <param name="Tasks">Where it is.</param>
public sealed record SimilarCode(IReadOnlyList<string> Students, double Similarity, double Weight, IReadOnlyList<SimilarTask> Tasks)
{
    private const int Length = 8; // tokens of a sequence that is compared
    private const int LongestBody = 3000; // tokens; a solution has about a hundred
    private const double LeastSimilarity = 0.4;
    private const double LeastWeight = 12; // such as five sequences that two of thirty students have
    private const int LeastShared = 5;

    /// <summary>
    /// The submissions that a person should compare, the most similar first. What the stub or the course's own solution has counts for
    /// nothing, and a sequence of tokens counts the more, the fewer students have it: short right answers are alike by nature.
    /// </summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="solved">The course's Tasks.cs with the solutions.</param>
    /// <param name="stub">What every student began with.</param>
    /// <param name="submissions">What was handed in.</param>
    public static IReadOnlyList<SimilarCode> Find(Exercise exercise, string solved, string stub, IReadOnlyList<Submission> submissions)
    {
        ArgumentNullException.ThrowIfNull(exercise);
        ArgumentNullException.ThrowIfNull(submissions);
        var known = new HashSet<ulong>(Author.Of(exercise, "", solved).Sequences.Concat(Author.Of(exercise, "", stub).Sequences));
        Author[] all = [.. submissions.Where(s => s.Text is not null).OrderBy(s => s.Student, StringComparer.Ordinal)
            .AsParallel().AsOrdered().Select(s => Author.Of(exercise, s.Student, s.Text!).Without(known))];
        var frequency = new Dictionary<ulong, int>();
        foreach (var sequence in all.SelectMany(a => a.Sequences))
            frequency[sequence] = frequency.GetValueOrDefault(sequence) + 1;
        double Rarity(ulong sequence) => Math.Log((all.Length + 1.0) / frequency[sequence]);

        // The same text counts once below: else a text that forty have would make 780 pairs.
        Author[][] same = [.. all.GroupBy(a => a.Whole).Select(g => g.ToArray())];
        Author[] different = [.. same.Select(g => g[0])];
        var weights = different.Select(a => a.Sequences.Sum(Rarity)).ToArray();
        var found = new List<SimilarCode>();
        foreach ((var group, var weight) in same.Zip(weights).Where(x => x.First.Length > 1 && x.Second >= LeastWeight && x.First[0].Sequences.Length >= LeastShared))
            found.Add(New(group, 1, weight, exercise, Rarity));
        foreach ((var i, var j) in Candidates(different))
        {
            ulong[] shared = [.. different[i].Sequences.Intersect(different[j].Sequences).Order()];
            var weight = shared.Sum(Rarity);
            var similarity = weight / (weights[i] + weights[j] - weight);
            if (shared.Length >= LeastShared && weight >= LeastWeight && similarity >= LeastSimilarity)
                found.Add(New([different[i], different[j]], similarity, weight, exercise, Rarity));
        }

        return [.. found.OrderByDescending(p => p.Similarity).ThenByDescending(p => p.Weight).ThenBy(p => string.Join('\n', p.Students), StringComparer.Ordinal)];
    }

    // Those who share at least three sequences that few have: found by an index, since all pairs of a thousand are half a million.
    private static IEnumerable<(int First, int Second)> Candidates(Author[] authors)
    {
        var most = Math.Max(8, (int)Math.Sqrt(authors.Length));
        var index = new Dictionary<ulong, List<int>>();
        for (var i = 0; i < authors.Length; i++)
        {
            foreach (var sequence in authors[i].Sequences)
            {
                if (!index.TryGetValue(sequence, out var who))
                    index[sequence] = who = [];
                if (who.Count <= most)
                    who.Add(i);
            }
        }

        var shared = new Dictionary<(int, int), int>();
        foreach (var who in index.Values.Where(w => w.Count > 1 && w.Count <= most))
        {
            for (var i = 0; i < who.Count; i++)
            {
                for (var j = i + 1; j < who.Count; j++)
                    shared[(who[i], who[j])] = shared.GetValueOrDefault((who[i], who[j])) + 1;
            }
        }

        return shared.Where(p => p.Value >= 3).Select(p => p.Key).Order();
    }

    private static SimilarCode New(Author[] authors, double similarity, double weight, Exercise exercise, Func<ulong, double> rarity)
    {
        var tasks = new List<SimilarTask>();
        foreach (var check in exercise.Checks)
        {
            ulong[][] own = [.. authors.Select(a => a.Bodies.TryGetValue(check.Member, out var body) ? body.Sequences : [])];
            var all = own.SelectMany(s => s).Distinct().Order().Sum(rarity);
            var shared = own[0].Where(s => own.All(o => o.Contains(s))).Order().Sum(rarity);
            if (all > 0 && shared / all >= LeastSimilarity)
                tasks.Add(new(check.Id, shared / all, [.. authors.Take(2).Select(a => a.Bodies[check.Member].Text)]));
        }

        return new([.. authors.Select(a => a.Name)], similarity, weight, tasks);
    }

    private sealed record Body(string Text, ulong[] Sequences);

    private sealed record Author(string Name, IReadOnlyDictionary<string, Body> Bodies, ulong Whole)
    {
        public ulong[] Sequences { get; } = [.. Bodies.Values.SelectMany(b => b.Sequences).Order()];

        public static Author Of(Exercise exercise, string name, string text)
        {
            var tokens = new CodeTokens(text);
            var bodies = new Dictionary<string, Body>();
            var whole = 0UL;
            foreach (var member in exercise.Checks.Select(c => c.Member))
            {
                if (tokens.BodyOf(member) is not { } range)
                    continue;
                var last = Math.Min(range.Last, range.First + LongestBody);
                ulong[] hashes = [.. tokens.Normalized(range.First, last).Select(t => Hash(t, 0))];
                var start = Hash(member, 0);
                whole = hashes.Aggregate(Mix(whole, start), Mix);
                // The method's name is part of each sequence: a task is compared with the same task.
                var sequences = Enumerable.Range(0, Math.Max(0, hashes.Length - Length + 1)).Select(i => hashes[i..(i + Length)].Aggregate(start, Mix)).Distinct();
                bodies.Add(member, new(Flush(tokens.TextOf(range.First, last)), [.. sequences]));
            }

            return new(name, bodies, whole);
        }

        public Author Without(HashSet<ulong> known) =>
            new(Name, Bodies.ToDictionary(b => b.Key, b => b.Value with { Sequences = [.. b.Value.Sequences.Where(s => !known.Contains(s))] }), Whole);

        // All lines but the first stand as deep as the method.
        private static string Flush(string text)
        {
            var lines = text.ReplaceLineEndings("\n").Split('\n');
            var depth = lines.Skip(1).Where(l => l.Trim().Length > 0).Select(l => l.Length - l.TrimStart().Length).DefaultIfEmpty(0).Min();
            return string.Join('\n', lines.Select((l, i) => i == 0 ? l : l[Math.Min(depth, l.Length)..]));
        }

        private static ulong Hash(string text, ulong start) => text.Aggregate(start ^ 14695981039346656037, (hash, c) => Mix(hash, c));

        // FNV-1a, by words: the same on every machine and in every run.
        private static ulong Mix(ulong hash, ulong next) => (hash ^ next) * 1099511628211 ^ (hash >> 29);
    }
}
