using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // Parts and conjugates of complex numbers.
    public partial class Tensor
    {
        public Tensor real => Aten.Call("real", this);
        public Tensor imag => Aten.Call("imag", this);
        public Tensor angle() => Aten.Call("angle", this);

        public Tensor conj() => Aten.Call("conj", this);
        public Tensor conj_physical() => Aten.Call("conj_physical", this);
        public Tensor conj_physical_() => Aten.InPlace("conj_physical_", this);
        public Tensor resolve_conj() => Aten.Call("resolve_conj", this);
        public Tensor resolve_neg() => Aten.Call("resolve_neg", this);
        public bool is_conj() => Aten.CallBool("is_conj", this);
        public bool is_neg() => Aten.CallBool("is_neg", this);
    }
}
