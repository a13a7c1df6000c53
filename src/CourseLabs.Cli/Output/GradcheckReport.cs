using System.Globalization;
using System.Text.Json;
using CourseLabs.Cli.Running;
using CourseLabs.Examples;
using CourseLabs.Torch.Gradients;

namespace CourseLabs.Cli.Output;

/// <summary>What <c>labs gradcheck</c> says.</summary>
internal static class GradcheckReport
{
    public static Table Table(GradcheckRun run, GradientCheck check)
    {
        var title =
            $"{string.Join('-', run.Layers)}, {run.Activation}, output {run.Output}, {run.Loss}, batch {run.Batch}, seed {run.Seed}";
        return new("gradcheck", title,
            ["gradient", "shape", "max abs error", "relative error", "entry", "by hand", "autograd", "numeric", "its error", "holds"],
            [.. check.Comparisons.Select(Row)]);
    }

    public static string Verdict(GradientCheck check)
    {
        string[] cancelled = [.. check.Comparisons.Where(c => c.Cancels).Select(c => c.Name)];
        string[] noisy = [.. check.Comparisons.Where(c => c.Numeric is { Spread: > 0 } && c.Holds).Select(c => c.Name)];
        var differenced = check.Comparisons.Max(c => c.Numeric?.Entries.Count ?? 0);
        var kinks = check.Comparisons.Sum(c => c.Numeric?.Kinks.Count ?? 0);
        var sampled = check.Comparisons.Any(c => c.Numeric is { } n && n.Entries.Count < n.Gradient.Values.Length);
        var entries = sampled ? $"at most {differenced} entries of a gradient, drawn at random" : "every entry";
        string[] sentences =
        [
            check.AutogradValue is null
                ? "The step's derivative is 0 by definition, and autograd knows nothing of it: central differences alone are compared with."
                : $"By hand against autograd: ||a - b|| / max(||a||, ||b||), at most {GradientComparison.Tolerance:0E-0}.",
            $"Central differences are taken of {entries}; their error is at most 1E-6"
                + $"{(kinks == 0 ? "" : $", {kinks} entries at a kink not counted")}.",
            .. cancelled.Length == 0 ? Array.Empty<string>()
                : [$"The terms of {string.Join(", ", cancelled)} cancel: what is left is their rounding, and lies within it."],
            .. noisy.Length == 0 ? Array.Empty<string>()
                : [$"Near {string.Join(", ", noisy)} the loss has lost digits: central differences of other steps differ by as much."],
            check.Fault ?? "Every gradient holds.",
        ];
        return string.Join(Environment.NewLine, sentences);
    }

    public static string Json(GradcheckRun run, GradientCheck check) => ResultJson.Write(indented: false, json =>
    {
        json.WriteStartObject();
        Numbers(json, "layers", [.. run.Layers.Select(width => (double)width)]);
        json.WriteString("activation", run.Activation);
        json.WriteString("output", run.Output);
        json.WriteString("loss", run.Loss);
        json.WriteNumber("batch", run.Batch);
        json.WriteNumber("seed", run.Seed);
        json.WriteBoolean("holds", check.Holds);
        json.WriteString("fault", check.Fault);
        json.WriteStartArray("gradients");
        foreach (var c in check.Comparisons)
            Write(json, c);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, GradientComparison c)
    {
        var (row, column) = c.Entry;
        json.WriteStartObject();
        json.WriteString("name", c.Name);
        json.WriteNumber("layer", c.Layer);
        Numbers(json, "shape", c.ByHand.Rows, c.ByHand.Columns);
        Number(json, "maxAbsError", c.MaxError);
        Number(json, "relativeError", c.RelativeError);
        Numbers(json, "entry", row, column);
        Number(json, "byHand", c.ByHand[row, column]);
        Number(json, "autograd", c.Autograd?[row, column]);
        Number(json, "numeric", c.Numeric?.Gradient[row, column]);
        Number(json, "numericRelativeError", c.Numeric?.RelativeError(c.ByHand));
        json.WriteNumber("numericEntries", c.Numeric?.Entries.Count ?? 0);
        json.WriteNumber("kinks", c.Numeric?.Kinks.Count ?? 0);
        json.WriteBoolean("cancels", c.Cancels);
        json.WriteBoolean("holds", c.Holds);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double? number)
    {
        json.WritePropertyName(name);
        if (number is { } value)
            ResultJson.WriteNumber(json, value);
        else
            json.WriteNullValue();
    }

    private static void Numbers(Utf8JsonWriter json, string name, params double[] numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
            ResultJson.WriteNumber(json, number);
        json.WriteEndArray();
    }

    private static string[] Row(GradientComparison c)
    {
        var (row, column) = c.Entry;
        return
        [
            c.Name, c.ByHand.Shape, Text(c.MaxError, "G2"), Text(c.RelativeError, "G2"),
            $"{row},{column}", Text(c.ByHand[row, column], "G7"), Text(c.Autograd?[row, column], "G7"),
            Text(c.Numeric?.Gradient[row, column], "G7"), Text(c.Numeric?.RelativeError(c.ByHand), "G2"),
            c.Holds ? "yes" : "no",
        ];
    }

    private static string Text(double? number, string format) => number?.ToString(format, CultureInfo.InvariantCulture) ?? "-";
}
