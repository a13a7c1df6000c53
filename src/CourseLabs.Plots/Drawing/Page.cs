using ScottPlot;
using SkiaSharp;

namespace CourseLabs.Plots.Drawing;

/// <summary>A picture from top to bottom: its title, its legend, and what it shows.</summary>
internal static class Page
{
    private const float PlotWidth = 800, PlotHeight = 440, CellWidth = 460, CellHeight = 300, Rim = 6;

    public static Sheet Of(Plot plot)
    {
        var cell = new Cell(plot, PlotWidth, Style.TitleSize);
        return new Sheet(PlotWidth, Style.Padding + cell.HeadHeight + PlotHeight,
            canvas => cell.Draw(canvas, 0, Style.Padding, cell.HeadHeight, PlotHeight));
    }

    public static Sheet Of(PlotGrid grid)
    {
        var width = grid.Columns * CellWidth;
        var cells = grid.Plots.Select(plot => new Cell(plot, CellWidth, Style.LabelSize)).ToList();
        grid.ShareAxes(cells.Select(cell => cell.Inside).ToList());
        // One legend for all where all have the same.
        var common = cells.Count > 1 && cells.TrueForAll(cell => cell.Names.SequenceEqual(cells[0].Names)) ? cells[0].Legend : null;
        if (common is not null)
            cells.ForEach(cell => cell.ShowsLegend = false);
        var heading = new Lettering(Fonts.For([grid.Title]), bold: true);
        var title = heading.Wrap(grid.Title, width - (2 * Style.Padding), Style.TitleSize);
        var legendTop = Style.Padding + Lettering.Height(title, Style.TitleSize) + 4;
        var head = legendTop + (common is null ? 4 : Cell.Height(common, width) + 4);
        var rows = cells.Chunk(grid.Columns).Select(row => (Cells: row, Head: row.Max(cell => cell.HeadHeight))).ToList();
        return new Sheet(width, head + rows.Sum(row => row.Head + CellHeight) + Style.Padding, canvas =>
        {
            heading.Draw(canvas, title, width / 2, Style.Padding + Style.TitleSize, Style.TitleSize, Style.Ink);
            if (common is not null)
                Cell.Draw(canvas, common, new PixelRect(0, width, head, legendTop));
            var top = head;
            foreach (var row in rows)
            {
                foreach (var (cell, column) in row.Cells.Select((cell, column) => (cell, column)))
                    cell.Draw(canvas, column * CellWidth, top, row.Head, CellHeight);
                top += row.Head + CellHeight;
            }
        });
    }

    /// <summary>One plot with its title and its legend above it.</summary>
    private sealed class Cell
    {
        private readonly float _width;
        private readonly Lettering _heading;
        private readonly float _titleSize;
        private readonly string _title;

        public Cell(Plot plot, float width, float titleSize)
        {
            (_width, _titleSize) = (width, titleSize);
            Inside = plot.ToScottPlot();
            var family = Fonts.For([plot.Title, plot.X, plot.Y, .. plot.Series.Select(s => s.Name)]);
            var letters = new Lettering(family);
            _heading = new Lettering(family, bold: true);
            _title = _heading.Wrap(plot.Title, width - (2 * Style.Padding), titleSize);
            Inside.Font.Set(family);
            Inside.Axes.Bottom.Label.Text = letters.Wrap(plot.X, width * 0.65f, Style.LabelSize);
            Inside.Axes.Left.Label.Text = letters.Wrap(plot.Y, CellHeight * 0.8f, Style.LabelSize);
            foreach (var item in Inside.Legend.ManualItems)
            {
                (item.LabelFontName, item.LabelFontSize) = (family, Style.TextSize);
                item.LabelText = letters.Wrap(item.LabelText, width - 100, Style.TextSize);
            }

            Legend = Inside.Legend;
            (Legend.Orientation, Legend.TightHorizontalWrapping, Legend.SymbolWidth) = (Orientation.Horizontal, true, 28);
            (Legend.OutlineWidth, Legend.ShadowColor, Legend.BackgroundColor) = (0, Colors.Transparent, Colors.Transparent);
            Legend.InterItemPadding = new PixelPadding(18, 18, 4, 4);
        }

        public ScottPlot.Plot Inside { get; }

        public Legend Legend { get; }

        public bool ShowsLegend { get; set; } = true;

        public IEnumerable<string> Names => Legend.ManualItems.Select(item => item.LabelText);

        public float HeadHeight =>
            Lettering.Height(_title, _titleSize) + (ShowsLegend ? Height(Legend, _width) : 0);

        public static float Height(Legend legend, float width)
        {
            using var paint = Paint.NewDisposablePaint();
            return legend.ManualItems.Count == 0 ? 0 : legend.GetLayout(new PixelSize(width, 10000), paint).LegendRect.Height + 4;
        }

        public static void Draw(SKCanvas canvas, Legend legend, PixelRect place)
        {
            using var paint = Paint.NewDisposablePaint();
            legend.Render(canvas, paint, place, Alignment.UpperCenter);
        }

        public void Draw(SKCanvas canvas, float left, float top, float head, float height)
        {
            _heading.Draw(canvas, _title, left + (_width / 2), top + _titleSize, _titleSize, Style.Ink);
            if (ShowsLegend)
            {
                var from = top + Lettering.Height(_title, _titleSize);
                Draw(canvas, Legend, new PixelRect(left, left + _width, top + head, from));
            }

            Inside.Render(canvas, new PixelRect(left + Rim, left + _width - Rim, top + head + height - Rim, top + head));
        }
    }
}
