using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            /// <summary>The normal distribution cut off at a and b: uniform draws through the inverse of its distribution function.</summary>
            public static Tensor trunc_normal_(Tensor tensor, double mean = 0.0, double std = 1.0, double a = -2.0, double b = 2.0, Generator? generator = null)
            {
                using var nograd = no_grad();
                var (low, high) = (NormalDistribution((a - mean) / std), NormalDistribution((b - mean) / std));
                tensor.uniform_(2 * low - 1, 2 * high - 1, generator);
                tensor.erfinv_();
                Aten.InPlace("mul_.Scalar", tensor, std * Math.Sqrt(2.0));
                Aten.InPlace("add_.Scalar", tensor, mean);
                return Aten.InPlace("clamp_", tensor, a, b);
            }

            /// <summary>The identity, as far as a matrix that is not square has one.</summary>
            public static Tensor eye_(Tensor tensor)
            {
                CheckDimensions(tensor, 2, 2);
                using var nograd = no_grad();
                var shape = tensor.shape;
                Aten.Run("eye.m_out", shape[0], shape[1], tensor);
                return tensor;
            }

            /// <summary>A convolution's weight that hands its input channels on, as many as there are on both sides.</summary>
            public static Tensor dirac_(Tensor tensor)
            {
                CheckDimensions(tensor, 3, 5);
                using var nograd = no_grad();
                tensor.zero_();
                var shape = tensor.shape;
                var middle = Array.ConvertAll(shape[2..], size => size / 2);
                for (long channel = 0; channel < Math.Min(shape[0], shape[1]); channel++)
                {
                    using var scope = NewDisposeScope();
                    var one = tensor.select(0, channel).select(0, channel);
                    foreach (var position in middle) one = one.select(0, position);
                    one.fill_(1);
                }
                return tensor;
            }

            /// <summary>A (semi-)orthogonal matrix times gain, from the QR factors of normal draws; dimensions after the first count as one.</summary>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1.0)
            {
                CheckDimensions(tensor, 2, long.MaxValue);
                if (tensor.NumberOfElements == 0) return tensor;
                using var nograd = no_grad();
                using var scope = NewDisposeScope();
                var rows = tensor.shape[0];
                var columns = tensor.NumberOfElements / rows;
                var draws = Aten.Call("empty.memory_format", new[] { rows, columns }, tensor.dtype, Arg.None, tensor.device, false).normal_();
                var (q, r) = Aten.Call2("linalg_qr", rows < columns ? draws.t() : draws);
                // The signs of R's diagonal make Q uniformly distributed (arXiv math-ph/0609050).
                q = q.mul(r.diag().sign());
                if (rows < columns) q = q.t();
                tensor.copy_(q.reshape(tensor.shape));
                return Aten.InPlace("mul_.Scalar", tensor, gain);
            }

            /// <summary>Normal draws, of which in every column the share <paramref name="sparsity"/> is zero.</summary>
            public static Tensor sparse_(Tensor tensor, double sparsity, double std = 0.01)
            {
                CheckDimensions(tensor, 2, 2);
                using var nograd = no_grad();
                var (rows, columns) = (tensor.shape[0], tensor.shape[1]);
                var zeros = (long)Math.Ceiling(sparsity * rows);
                tensor.normal_(0, std);
                for (long column = 0; column < columns; column++)
                {
                    using var scope = NewDisposeScope();
                    var order = Aten.Call("randperm", rows, ScalarType.Int64);
                    tensor.select(1, column).index_fill_(0, order.narrow(0, 0, Math.Min(zeros, rows)), 0);
                }
                return tensor;
            }

            private static double NormalDistribution(double x)
            {
                using var scaled = Aten.Call("scalar_tensor", x / Math.Sqrt(2.0), ScalarType.Float64);
                using var erf = scaled.erf();
                return (1.0 + Aten.CallDouble("item", erf)) / 2.0;
            }

            private static void CheckDimensions(Tensor tensor, long least, long most)
            {
                if (tensor.Dimensions >= least && tensor.Dimensions <= most) return;
                var wanted = least == most ? $"{least}" : most == long.MaxValue ? $"{least} or more" : $"{least} to {most}";
                throw new ArgumentException($"Only tensors with {wanted} dimensions are supported, not with {tensor.Dimensions}.", nameof(tensor));
            }
        }
    }
}
