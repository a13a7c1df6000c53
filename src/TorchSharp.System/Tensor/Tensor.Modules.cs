namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>F#'s <c>tensor --> module</c>.</summary>
        public static Tensor op_MinusMinusGreater(Tensor t, nn.Module<Tensor, Tensor> m) => m.call(t);
    }
}
