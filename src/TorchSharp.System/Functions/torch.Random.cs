using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // Draws by a tensor of parameters.
    public static Tensor bernoulli(Tensor input, Generator? generator = null) => input.bernoulli(generator);
    public static Tensor multinomial(Tensor input, long num_samples, bool replacement = false, Generator? generator = null) =>
        input.multinomial(num_samples, replacement, generator);
    public static Tensor poisson(Tensor input, Generator? generator = null) => input.poisson(generator);
    public static Tensor binomial(Tensor count, Tensor probs, Generator? generator = null) =>
        Aten.Call("binomial", count, probs, generator);

    /// <summary>PyTorch's draws. As in TorchSharp, a negative spread mirrors them; libtorch's own operator refuses it.</summary>
    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null)
    {
        var size = broadcast_shapes(mean.shape, std.shape).Shape;
        using var draws = randn(size, result_type(mean, std), std.device, generator: generator);
        using var scaled = draws.mul(std);
        return scaled.add(mean);
    }

    public static Tensor _sample_dirichlet(Tensor input, Generator? generator = null) => Aten.Call("_sample_dirichlet", input, generator);
    public static Tensor _standard_gamma(Tensor input, Generator? generator = null) => Aten.Call("_standard_gamma", input, generator);
}
