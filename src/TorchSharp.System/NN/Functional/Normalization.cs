using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false, double momentum = 0.1, double eps = 1e-5)
            {
                var size = input.shape;
                if (training && size.Length >= 2 && size.Where((_, i) => i != 1).Aggregate(1L, (product, n) => product * n) == 1)
                    throw new ExternalException($"Expected more than 1 value per channel when training, got input size {Text(size)}");
                return Aten.Call("batch_norm", input, weight, bias, running_mean, running_var, training, momentum, eps, true);
            }

            public static Tensor instance_norm(Tensor input, Tensor? running_mean = null, Tensor? running_var = null, Tensor? weight = null, Tensor? bias = null, bool use_input_stats = true, double momentum = 0.1, double eps = 1e-5) =>
                Aten.Call("instance_norm", input, weight, bias, running_mean, running_var, use_input_stats, momentum, eps, true);

            public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
                Aten.Call("layer_norm", input, normalized_shape, weight, bias, eps);

            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5)
            {
                Positive(num_groups);
                return Aten.Call("group_norm", input, num_groups, weight, bias, eps);
            }

            public static Tensor normalize(Tensor input, double p = 2.0, long dim = 1L, double eps = 1e-12)
            {
                using var norm = Aten.Call("norm.ScalarOpt_dim", input, p, List(dim), true);
                using var divisor = Aten.Call("clamp_min", norm, eps);
                return Aten.Call("div.Tensor", input, divisor);
            }

            /// <summary>input / (k + alpha mean of the squares over size channels around)^beta.</summary>
            public static Tensor local_response_norm(Tensor input, long size, double alpha = 0.0001, double beta = 0.75, double k = 1.0)
            {
                var shape = input.shape;
                if (shape.Length < 3) throw new ArgumentException($"Invalid number of dimensions for LocalResponseNorm argument: {shape.Length}");
                using var scope = NewDisposeScope();
                var squares = Aten.Call("unsqueeze", Aten.Call("mul.Tensor", input, input), 1);
                Tensor mean;
                if (shape.Length == 3)
                {
                    var padded = pad(squares, [0, 0, size / 2, (size - 1) / 2]);
                    mean = Aten.Call("squeeze.dim", avg_pool2d(padded, [size, 1], [1]), 1);
                }
                else
                {
                    var flat = Aten.Call("view", squares, new[] { shape[0], 1, shape[1], shape[2], -1 });
                    var padded = pad(flat, [0, 0, 0, 0, size / 2, (size - 1) / 2]);
                    mean = Aten.Call("view", Aten.Call("squeeze.dim", avg_pool3d(padded, [size, 1, 1], [1]), 1), shape);
                }
                var divisor = Aten.Call("pow.Tensor_Scalar", Aten.Call("add.Scalar", Aten.Call("mul.Scalar", mean, alpha), k), beta);
                return Aten.Call("div.Tensor", input, divisor).MoveToOuterDisposeScope();
            }
        }
    }
}
