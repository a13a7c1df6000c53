using System.Text.Json;
using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Networks;
using CourseLabs.Data;
using CourseLabs.Examples;
using CourseLabs.Matrices;

namespace CourseLabs.Labs;

// The weights of sigmoid layers, W2, b2, W3, b3, ..., as a JSON file, every number the same float64 afterwards:
// {"layers": [{"weight": [[...], ...], "bias": [...]}, ...]}, each weight (inputs x outputs).
public static class SavedNetwork
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private sealed record Content(Layer?[]? Layers);

    private sealed record Layer(double[]?[]? Weight, double[]? Bias);

    public static void Save(IReadOnlyList<Matrix> weights, string path)
    {
        if (!weights.All(IsFinite))
            throw new UserErrorException($"{path} was not written: the training has left weights that are infinite or no numbers.");
        var content = new Content([.. weights.Chunk(2).Select(pair => new Layer(Rows(pair[0]), pair[1].Values.ToArray()))]);
        Place(path, () => AtomicFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(content, Options)));
    }

    // Tries the place, so that nobody trains for weights that cannot be saved.
    public static void EnsureWritable(string path) => Place(path, () => AtomicFile.Try(path));

    public static IReadOnlyList<Matrix> Load(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return Weights(JsonSerializer.Deserialize<Content>(file, Options));
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

    private static void Place(string path, Action write)
    {
        try
        {
            if (Directory.Exists(path))
                throw new IOException("it is a folder.");
            if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
                throw new IOException("there is no such folder.");
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{path} cannot be written: {exception.Message}", exception);
        }
    }

    // Dense and Network check that the layers go together.
    private static IReadOnlyList<Matrix> Weights(Content? content) =>
        content?.Layers is { Length: > 0 } layers
            ? [.. new Network([.. layers.Select(Dense)]).Parameters.Select(p => p.Value)]
            : throw new JsonException("it has no \"layers\".");

    private static Dense Dense(Layer? layer, int index)
    {
        if (layer?.Weight is not { } rows || layer.Bias is not { } bias || rows.Any(row => row is null))
            throw new JsonException($"layer {index + 1} needs a \"weight\" of rows and a \"bias\".");
        Matrix weight = Matrix.FromRows(rows!), biases = Matrix.FromRow(bias);
        return IsFinite(weight) && IsFinite(biases)
            ? new(weight, biases, new Sigmoid())
            : throw new JsonException($"a number of layer {index + 1} is too large.");
    }

    private static double[][] Rows(Matrix matrix) => [.. Enumerable.Range(0, matrix.Rows).Select(i => matrix.Row(i).ToArray())];

    private static bool IsFinite(Matrix matrix) => matrix.Values.ToArray().All(double.IsFinite);
}
