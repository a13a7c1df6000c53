using System.Globalization;
using System.Text;

namespace CourseLabs.Data.Houses;

/// <summary>
/// Makes house-price files up, for places where the real ones cannot be had: the same columns, types, categories and missing values, a
/// price that follows from the columns somewhat. What is learned from them says nothing about houses.
/// </summary>
/// <remarks>Only sums, products and square roots are used, and whole numbers come out: every machine makes the same text.</remarks>
internal static class SyntheticHouses
{
    /// <summary>Rows of the real files.</summary>
    public const int TrainRows = 1460, TestRows = 1459;

    private const string Price = "SalePrice";

    private static readonly double[] Places = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1];

    /// <summary>The training file's text, with prices.</summary>
    public static string Train() => Write(firstId: 1, TrainRows, HouseColumn.All, c => c.MissingInTrain);

    /// <summary>The test file's text, without.</summary>
    public static string Test() =>
        Write(firstId: TrainRows + 1, TestRows, [.. HouseColumn.All.Where(c => c.Name != Price)], c => c.MissingInTest);

    private static string Write(int firstId, int rows, IReadOnlyList<HouseColumn> columns, Func<HouseColumn, int> missing)
    {
        var draws = new Draws((ulong)firstId);
        double[] worth = [.. Enumerable.Range(0, rows).Select(_ => draws.Normal())]; // what makes a house dear, which no column tells alone
        var orders = new Dictionary<string, int[]>();
        string?[][] cells = [.. columns.Select(column => Cells(column, Order(column), missing(column), worth, draws))];

        var text = new StringBuilder("Id").Append(string.Concat(columns.Select(c => $",{c.Name}"))).Append('\n');
        for (var row = 0; row < rows; row++)
            text.Append(firstId + row).Append(string.Concat(cells.Select(c => $",{c[row] ?? "NA"}"))).Append('\n');
        return text.ToString();

        // Columns that begin alike (GarageType, GarageYrBlt) are missing in the same houses: the first of one order.
        int[] Order(HouseColumn column)
        {
            var kind = column.Name[..Math.Min(4, column.Name.Length)];
            if (!orders.TryGetValue(kind, out var order))
                orders[kind] = order = [.. Enumerable.Range(0, rows).OrderBy(_ => draws.Uniform())];
            return order;
        }
    }

    private static string?[] Cells(HouseColumn column, int[] order, int missing, double[] worth, Draws draws)
    {
        string?[] cells = [.. worth.Select(w => column.IsNumeric ? Number(column, w, draws) : Category(column, draws))];
        foreach (var row in order[..missing])
            cells[row] = null;
        if (!column.IsNumeric)
        {
            for (var i = 0; i < column.Categories.Length && i < order.Length - missing; i++)
                cells[order[^(i + 1)]] = column.Categories[i].Name; // each category at least once
        }

        return cells;
    }

    private static string Category(HouseColumn column, Draws draws)
    {
        var left = draws.Uniform() * column.Categories.Sum(c => c.Share);
        foreach (var (name, share) in column.Categories)
        {
            left -= share;
            if (left < 0)
                return name;
        }

        return column.Categories[^1].Name;
    }

    // The price tells the worth almost, every other number a little: what a linear model finds together.
    private static string Number(HouseColumn column, double worth, Draws draws)
    {
        var part = column.Name == Price ? 0.96 : 0.6;
        var z = part * worth + Math.Sqrt(1 - part * part) * draws.Normal();
        var place = 0.5 + 0.5 * z / Math.Sqrt(1 + z * z);
        var upper = Math.Clamp(Array.FindIndex(Places, q => q >= place), 1, Places.Length - 1);
        double below = column.Quantiles[upper - 1], above = column.Quantiles[upper];
        var value = below + (above - below) * (place - Places[upper - 1]) / (Places[upper] - Places[upper - 1]);
        return ((long)Math.Round(value)).ToString(CultureInfo.InvariantCulture);
    }

    // SplitMix64 (Steele, Lea, Flood 2014); System.Random promises no sequence.
    private sealed class Draws(ulong state)
    {
        public double Uniform()
        {
            state += 0x9E3779B97F4A7C15;
            var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
        }

        // Twelve uniform numbers less six: mean 0, variance 1, near enough.
        public double Normal()
        {
            double sum = -6;
            for (var i = 0; i < 12; i++)
                sum += Uniform();
            return sum;
        }
    }
}
