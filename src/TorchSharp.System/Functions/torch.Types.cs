using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // The element type that operators on two types give.
    public static ScalarType result_type(Tensor tensor1, Tensor tensor2) =>
        (ScalarType)Aten.CallLong("result_type.Tensor", tensor1, tensor2);
    public static ScalarType promote_types(ScalarType type1, ScalarType type2) => (ScalarType)Aten.CallLong("promote_types", type1, type2);
    public static bool can_cast(ScalarType from, ScalarType to) => Aten.CallBool("can_cast", from, to);
}
