using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor max_unpool1d(Tensor input, Tensor indices, long kernel_size, long? stride = null, long? padding = null, long[]? output_size = null)
            {
                var length = UnpooledSize(input, [kernel_size], List(stride), List(padding), output_size);
                using var image = Aten.Call("unsqueeze", input, -1);
                using var positions = Aten.Call("unsqueeze", indices, -1);
                using var unpooled = Aten.Call("max_unpool2d", image, positions, new[] { length[0], 1 });
                return Aten.Call("squeeze.dim", unpooled, -1);
            }

            public static Tensor max_unpool2d(Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? output_size = null) =>
                Aten.Call("max_unpool2d", input, indices, UnpooledSize(input, kernel_size, stride, padding, output_size));

            public static Tensor max_unpool3d(Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? output_size = null) =>
                Aten.Call("max_unpool3d", input, indices, UnpooledSize(input, kernel_size, stride, padding, output_size), stride ?? kernel_size, padding ?? new long[3]);

            /// <summary>The size that pooling had before it: (n - 1) stride + kernel - 2 padding, or what the caller says, which may be off by less than a stride.</summary>
            private static long[] UnpooledSize(Tensor input, long[] kernel, long[]? stride, long[]? padding, long[]? asked)
            {
                stride ??= kernel;
                var size = input.shape;
                var first = size.Length - kernel.Length;
                if (first < 0) throw new ArgumentException($"Unpooling over {kernel.Length} dimensions needs as many, the input has {size.Length}.", nameof(input));
                var derived = kernel.Select((k, i) => (size[first + i] - 1) * stride[i] + k - 2 * (padding?[i] ?? 0)).ToArray();
                if (asked is null) return derived;
                if (asked.Length == size.Length) asked = asked[first..];
                if (asked.Length != kernel.Length)
                    throw new ExternalException($"output_size should be a sequence containing {kernel.Length} or {size.Length} elements, but it has a length of '{asked.Length}'");
                for (var i = 0; i < asked.Length; i++)
                {
                    if (Math.Abs(asked[i] - derived[i]) < stride[i]) continue;
                    throw new ExternalException($"invalid output_size {Text(asked)} (dim {i} must be between {derived[i] - stride[i]} and {derived[i] + stride[i]})");
                }
                return asked;
            }
        }
    }
}
