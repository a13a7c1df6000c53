using static TorchSharp.torch;

namespace TorchSharp.Tests.Layers;

/// <summary>
/// Computes what Peers/layers.py computed from the same seed, in float64 (to 1e-12) and float32 (to 1e-6): parameters as drawn (to the
/// last bit), results, gradients of the sum of their squares with respect to inputs and parameters, and buffers.
/// </summary>
internal static class Peers
{
    private const long Seed = 7;
    private static readonly PeerFigures Figures = PeerFigures.Load("layers");

    public static void Layer<T>(string name, Func<T> make, Func<T, Tensor[], Tensor[]> call, params long[][] shapes) where T : nn.Module
    {
        foreach (var (type, suffix, tolerance) in Types)
        {
            using var scope = NewDisposeScope();
            manual_seed(Seed);
            using var module = make();
            if (type == ScalarType.Float32)
                foreach (var (key, parameter) in module.named_parameters()) Figures.AssertEqual($"{name}.{key}", parameter, 0);
            module.to(type);
            var inputs = shapes.Select(shape => randn(shape, dtype: type, requires_grad: true)).ToArray();
            Differentiated($"{name} {suffix}", call(module, inputs), inputs, tolerance);
            foreach (var (key, parameter) in module.named_parameters())
                if (parameter.grad is { } gradient) Figures.AssertEqual($"{name} {suffix}.{key}.grad", gradient, tolerance);
            foreach (var (key, buffer) in module.named_buffers()) Figures.AssertEqual($"{name} {suffix}.{key}", buffer, tolerance);
        }
    }

    public static void Layer<T>(string name, Func<T> make, params long[][] shapes) where T : nn.Module<Tensor, Tensor> =>
        Layer(name, make, (module, inputs) => [module.call(inputs[0])], shapes);

    public static void Function(string name, Func<Tensor[], Tensor> call, params long[][] shapes)
    {
        foreach (var (type, suffix, tolerance) in Types)
        {
            using var scope = NewDisposeScope();
            manual_seed(Seed);
            var inputs = shapes.Select(shape => randn(shape, dtype: type, requires_grad: true)).ToArray();
            Differentiated($"{name} {suffix}", [call(inputs)], inputs, tolerance);
        }
    }

    public static void Loss(string name, Func<nn.Reduction, Tensor[], Tensor> loss, params Func<ScalarType, Tensor>[] make)
    {
        foreach (var reduction in Enum.GetValues<nn.Reduction>())
        {
            foreach (var (type, suffix, tolerance) in Types)
            {
                using var scope = NewDisposeScope();
                manual_seed(Seed);
                var inputs = make.Select(input => input(type)).ToArray();
                inputs[0].requires_grad_();
                Differentiated($"{name} {reduction.ToString().ToLowerInvariant()} {suffix}", [loss(reduction, inputs)], inputs, tolerance);
            }
        }
    }

    public static void AssertEqual(string name, IReadOnlyList<double> actual, double tolerance) => Figures.AssertEqual(name, actual, tolerance);
    public static void AssertEqual(string name, Tensor actual, double tolerance) => Figures.AssertEqual(name, actual, tolerance);

    private static (ScalarType, string, double)[] Types => [(ScalarType.Float64, "float64", 1e-12), (ScalarType.Float32, "float32", 1e-6)];

    private static void Differentiated(string name, Tensor[] results, Tensor[] inputs, double tolerance)
    {
        for (var i = 0; i < results.Length; i++) Figures.AssertEqual($"{name}.result{i}", results[i], tolerance);
        results.Select(result => (result * result).sum()).Aggregate((a, b) => a + b).backward();
        for (var i = 0; i < inputs.Length; i++)
            if (inputs[i].grad is { } gradient) Figures.AssertEqual($"{name}.input{i}.grad", gradient, tolerance);
    }
}
