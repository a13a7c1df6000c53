using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What Adam and AdamW share.</summary>
internal static class AdamMoments
{
    /// <summary>Moves the running means of the gradient and of its square on, and the parameter along their ratio.</summary>
    public static void Step(Tensor parameter, Tensor grad, long step, Tensor mean, Tensor square, Tensor? largest, double lr, double beta1, double beta2, double eps)
    {
        var correction1 = 1 - Math.Pow(beta1, step);
        var correction2 = 1 - Math.Pow(beta2, step);
        mean.mul_(beta1).add_(grad, alpha: 1 - beta1);
        square.mul_(beta2).addcmul_(grad, grad, value: 1 - beta2);
        if (largest is not null) Aten.Run("maximum.out", largest, square, largest);
        var denominator = (largest ?? square).sqrt().div_(Math.Sqrt(correction2)).add_(eps);
        parameter.addcdiv_(mean, denominator, value: -(lr / correction1));
    }
}
