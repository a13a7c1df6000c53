using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);
        }
    }

    public static partial class TensorExtensionMethods
    {
        /// <summary>Makes a parameter of the tensor, whose place it takes: the tensor itself is empty afterwards.</summary>
        public static Modules.Parameter AsParameter(this Tensor tensor) => new(tensor);
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A tensor that a module learns. It takes the place of the tensor that it is made of, which is empty afterwards.</summary>
    public class Parameter : Tensor
    {
        public Parameter(Tensor data, bool requires_grad = true) : base(data.requires_grad_(requires_grad)) { }

        /// <summary>A parameter for a built-in module's own use: filled by <paramref name="fill"/>, and in no dispose scope.</summary>
        internal static Parameter New(long[] shape, Device? device, ScalarType? dtype, Action<Tensor> fill)
        {
            var data = torch.empty(shape, dtype, device);
            using (no_grad()) fill(data);
            var parameter = new Parameter(data);
            parameter.DetachFromDisposeScope();
            return parameter;
        }

        /// <summary>A parameter over values that are there already, whose memory it shares where neither type nor device changes.</summary>
        internal static Parameter Over(Tensor values, bool requires_grad, Device? device, ScalarType? dtype)
        {
            using var data = values.detach();
            var parameter = new Parameter(Native.Aten.Call("to.dtype_layout", data, dtype, Native.Arg.None, device), requires_grad);
            parameter.DetachFromDisposeScope();
            return parameter;
        }
    }
}
