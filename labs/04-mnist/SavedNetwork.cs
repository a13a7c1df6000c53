using System.Text.Json;
using CourseLabs.Backprop.Activations;
using CourseLabs.Matrices;
using CourseLabs.Backprop.Networks;
using CourseLabs.Examples;

namespace CourseLabs.Labs;

/// <summary>
/// The weights of a network of sigmoid layers as a JSON file, every number the same float64 afterwards:
/// <c>{"layers": [{"weight": [[...], ...], "bias": [...]}, ...]}</c>, each weight (inputs x outputs).
/// </summary>
public static class SavedNetwork
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Writes the weights; a file that is there already is replaced once the new one is whole.</summary>
    /// <exception cref="UserErrorException">A weight is not finite, or the file cannot be written.</exception>
    public static void Save(Network network, string path)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (network.Parameters.Any(p => p.Value.Values.ContainsAnyExceptFinite()))
            throw new UserErrorException($"{path} was not written: the training has left weights that are infinite or no numbers.");
        var content = new Content([.. network.Layers.Select(l => new Layer(Rows(l.Weight.Value), Rows(l.Bias!.Value)[0]))]);
        Write(path, unfinished =>
        {
            using (FileStream file = File.Create(unfinished))
                JsonSerializer.Serialize(file, content, Options);
            File.Move(unfinished, path, overwrite: true);
        });
    }

    /// <summary>Tries the place, so that nobody trains for weights that cannot be saved.</summary>
    /// <exception cref="UserErrorException">The file could not be written there.</exception>
    public static void EnsureWritable(string path) => Write(path, unfinished =>
    {
        if (Directory.Exists(path))
            throw new IOException("it is a folder.");
        File.WriteAllText(unfinished, "");
    });

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <returns>A network with these weights.</returns>
    /// <exception cref="UserErrorException">The file is not there, or holds something else; the message says what.</exception>
    public static Network Load(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return Network(JsonSerializer.Deserialize<Content>(file, Options));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{path} cannot be read: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is JsonException or ShapeException)
        {
            throw new UserErrorException($"{path} holds no saved weights: {exception.Message}", exception);
        }
    }

    // Nothing is left of the unfinished file, however it ends.
    private static void Write(string path, Action<string> write)
    {
        string unfinished = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            write(unfinished);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // .NET's own words for a missing folder name the unfinished file, which nobody asked for.
            string reason = exception is DirectoryNotFoundException ? "there is no such folder." : exception.Message;
            throw new UserErrorException($"{path} cannot be written: {reason}", exception);
        }
        finally
        {
            if (File.Exists(unfinished))
                File.Delete(unfinished);
        }
    }

    private static Network Network(Content? content)
    {
        if (content?.Layers is not { Length: > 0 } layers)
            throw new JsonException("it has no \"layers\".");
        return new([.. layers.Select(Dense)]);
    }

    private static Dense Dense(Layer? layer, int index)
    {
        if (layer?.Weight is not { } rows || layer.Bias is not { } bias || rows.Any(row => row is null))
            throw new JsonException($"layer {index + 1} needs a \"weight\" of rows and a \"bias\".");
        Matrix weight = Matrix.FromRows(rows!);
        if (weight.Values.ContainsAnyExceptFinite() || bias.AsSpan().ContainsAnyExceptFinite())
            throw new JsonException($"a number of layer {index + 1} is too large.");
        return new(weight, Matrix.FromRow(bias), new Sigmoid());
    }

    private static double[][] Rows(Matrix matrix) => [.. Enumerable.Range(0, matrix.Rows).Select(i => matrix.Row(i).ToArray())];

    private static bool ContainsAnyExceptFinite(this Span<double> values)
    {
        foreach (double value in values)
        {
            if (!double.IsFinite(value))
                return true;
        }

        return false;
    }

    private sealed record Content(Layer?[]? Layers);

    private sealed record Layer(double[]?[]? Weight, double[]? Bias);
}
