using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Layers, activations and losses as plain functions; each is one operator of libtorch, or PyTorch's own composition of a few.</summary>
        public static partial class functional
        {
            /// <summary>Another tensor over what an in-place operator has changed, so that disposing the answer leaves the input alone.</summary>
            private static Tensor Alias(Tensor changed) => Aten.Call("alias", changed);

            private static Arg OrDefault(long[]? values) => values is null ? Arg.Default : values;

            private static long[] List(long value) => [value];
            private static long[]? List(long? value) => value is { } v ? [v] : null;
            private static long[] List((long, long) values) => [values.Item1, values.Item2];
            private static long[]? List((long, long)? values) => values is { } v ? List(v) : null;
            private static long[] List((long, long, long) values) => [values.Item1, values.Item2, values.Item3];
        }
    }
}
