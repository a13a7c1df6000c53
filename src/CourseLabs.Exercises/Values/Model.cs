using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CourseLabs.Exercises.Values;

/// <summary>
/// What is judged of a model (nn.Module) that a student's method returns: the shapes of its parameters, and its output for an input once
/// every parameter is filled with the same known numbers.
/// </summary>
/// <param name="Output">What the model makes of the input.</param>
/// <param name="Shapes">The shape of each parameter, in the model's order.</param>
public sealed record Model(Tensor Output, double[][] Shapes)
{
    /// <summary>Fills the parameters with sin(1), sin(2), ... over the root of their size, and feeds the input.</summary>
    /// <param name="module">The model.</param>
    /// <param name="input">What its <c>forward</c> takes.</param>
    public static Model Of(Module<Tensor, Tensor> module, Tensor input)
    {
        ArgumentNullException.ThrowIfNull(module);
        using var noGradient = no_grad();
        module.eval();
        foreach (var parameter in module.parameters())
        {
            var count = parameter.numel();
            var filled = arange(1, count + 1, ScalarType.Float64).sin() / Math.Sqrt(Math.Max(1, count / Math.Max(1, parameter.shape[0])));
            parameter.copy_(filled.reshape(parameter.shape).to(parameter.dtype));
        }

        var shapes = module.parameters().Select(p => p.shape.Select(size => (double)size).ToArray()).ToArray();
        return new(module.call(input), shapes);
    }
}
