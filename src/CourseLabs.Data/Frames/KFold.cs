namespace CourseLabs.Data.Frames;

/// <summary>One division of the rows: some to train on, the others to validate with.</summary>
/// <param name="Number">Which fold, from 1 as the slide prints it.</param>
/// <param name="Valid">The rows held out, in order.</param>
/// <param name="Train">All other rows, in order.</param>
public sealed record Fold(int Number, IReadOnlyList<int> Valid, IReadOnlyList<int> Train);

/// <summary>k-fold cross-validation's division (COURSE D9): contiguous folds, not shuffled.</summary>
public static class KFold
{
    /// <summary>
    /// Divides rows 0..rows-1 into k folds. No row is dropped, as the slide's <c>get_k_fold_data</c> drops the last n mod k (COURSE D9 !):
    /// the first n mod k folds have one row more.
    /// </summary>
    /// <exception cref="DataException">k is under 2, or there are fewer rows than folds.</exception>
    public static IReadOnlyList<Fold> Split(int rows, int k)
    {
        if (k < 2)
            throw new DataException($"k-fold cross-validation needs at least 2 folds, not {k}.");
        if (k > rows)
            throw new DataException($"{rows} rows cannot be divided into {k} folds.");
        var folds = new Fold[k];
        int start = 0;
        for (int i = 0; i < k; i++)
        {
            int size = rows / k + (i < rows % k ? 1 : 0), end = start + size;
            IEnumerable<int> before = Enumerable.Range(0, start), after = Enumerable.Range(end, rows - end);
            folds[i] = new(i + 1, [.. Enumerable.Range(start, size)], [.. before, .. after]);
            start = end;
        }

        return folds;
    }
}
