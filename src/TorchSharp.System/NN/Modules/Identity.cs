using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Identity Identity() => new();
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Hands its input on, as a tensor of its own.</summary>
    public sealed class Identity : ParameterLessModule<Tensor, Tensor>
    {
        internal Identity() : base(nameof(Identity)) { }

        public override Tensor forward(Tensor tensor) => Aten.Call("alias", tensor);
    }
}
