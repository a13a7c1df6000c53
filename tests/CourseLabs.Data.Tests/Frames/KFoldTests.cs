using CourseLabs.Data.Frames;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CourseLabs.Data.Tests.Frames;

public sealed class KFoldTests
{
    [Property]
    public Property Every_row_is_held_out_exactly_once_and_the_folds_are_contiguous_and_even() =>
        Prop.ForAll(
            (from rows in Gen.Choose(2, 60) from k in Gen.Choose(2, rows) select (rows, k)).ToArbitrary(),
            size =>
            {
                IReadOnlyList<Fold> folds = KFold.Split(size.rows, size.k);
                int[] all = [.. Enumerable.Range(0, size.rows)];

                Assert.Equal(Enumerable.Range(1, size.k), folds.Select(f => f.Number));
                Assert.Equal(all, folds.SelectMany(f => f.Valid));
                Assert.All(folds, f => Assert.Equal(all.Except(f.Valid), f.Train));
                Assert.All(folds, f => Assert.InRange(f.Valid.Count, size.rows / size.k, size.rows / size.k + 1));
            });

    [Fact]
    public void The_book_s_five_folds_have_292_rows() => // COURSE D9
        Assert.Equal([0, 292, 584, 876, 1168], KFold.Split(1460, 5).Select(f => f.Valid.Count == 292 ? f.Valid[0] : -1));

    [Theory]
    [InlineData(10, 1, "at least 2 folds, not 1")]
    [InlineData(10, -3, "at least 2 folds, not -3")]
    [InlineData(10, 11, "10 rows cannot be divided into 11 folds")]
    public void Too_few_or_too_many_folds_are_an_error(int rows, int k, string says) =>
        Assert.Contains(says, Assert.Throws<DataException>(() => KFold.Split(rows, k)).Message, StringComparison.Ordinal);
}
