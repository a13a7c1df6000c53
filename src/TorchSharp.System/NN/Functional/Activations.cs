using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor celu(Tensor x, double alpha, bool inplace = false) =>
                inplace ? Alias(Aten.InPlace("celu_", x, alpha)) : Aten.Call("celu", x, alpha);

            public static Tensor elu(Tensor x, double alpha, bool inplace = false) =>
                inplace ? Alias(Aten.InPlace("elu_", x, alpha)) : Aten.Call("elu", x, alpha);

            public static Tensor gelu(Tensor x) => Aten.Call("gelu", x);
            public static Tensor gelu(Tensor x, bool inplace) => inplace ? Alias(Aten.InPlace("gelu_", x)) : gelu(x);

            public static Tensor glu(Tensor input, long dim = -1) => Aten.Call("glu", input, dim);

            public static Tensor hardshrink(Tensor x, double lambda = 0.5) => Aten.Call("hardshrink", x, lambda);

            public static Tensor hardsigmoid(Tensor input, bool inplace = false) =>
                inplace ? Alias(Aten.InPlace("hardsigmoid_", input)) : Aten.Call("hardsigmoid", input);

            public static Tensor hardswish(Tensor input, bool inplace = false) =>
                inplace ? Alias(Aten.InPlace("hardswish_", input)) : Aten.Call("hardswish", input);

            public static Tensor hardtanh(Tensor x, double min_val = -1.0, double max_val = 1.0, bool inplace = false) =>
                inplace ? Alias(Aten.InPlace("hardtanh_", x, min_val, max_val)) : Aten.Call("hardtanh", x, min_val, max_val);

            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                inplace ? Alias(Aten.InPlace("leaky_relu_", input, negative_slope)) : Aten.Call("leaky_relu", input, negative_slope);

            public static Tensor logsigmoid(Tensor x) => Aten.Call("log_sigmoid", x);

            public static Tensor mish(Tensor x, bool inplace = false) => inplace ? Alias(Aten.InPlace("mish_", x)) : Aten.Call("mish", x);

            public static Tensor prelu(Tensor input, Tensor weight) => Aten.Call("prelu", input, weight);

            public static Tensor relu(Tensor x, bool inplace = false) => inplace ? Alias(Aten.InPlace("relu_", x)) : Aten.Call("relu", x);

            public static Tensor relu6(Tensor x, bool inplace = false) => inplace ? Alias(Aten.InPlace("relu6_", x)) : Aten.Call("relu6", x);

            public static Tensor rrelu(Tensor x, double lower = 1.0 / 8, double upper = 1.0 / 3, bool inplace = false) =>
                rrelu(x, lower, upper, inplace, training: false);

            /// <summary>Draws each negative element's slope in training; elsewhere the slope is the mean of the bounds.</summary>
            internal static Tensor rrelu(Tensor x, double lower, double upper, bool inplace, bool training) =>
                inplace ? Alias(Aten.InPlace("rrelu_", x, lower, upper, training)) : Aten.Call("rrelu", x, lower, upper, training);

            public static Tensor selu(Tensor x, bool inplace = false) => inplace ? Alias(Aten.InPlace("selu_", x)) : Aten.Call("selu", x);

            public static Tensor sigmoid(Tensor x) => Aten.Call("sigmoid", x);
            public static Tensor sigmoid(Tensor x, bool inplace) => inplace ? Alias(Aten.InPlace("sigmoid_", x)) : sigmoid(x);

            public static Tensor silu(Tensor x, bool inplace = false) => inplace ? Alias(Aten.InPlace("silu_", x)) : Aten.Call("silu", x);

            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => Aten.Call("softplus", x, beta, threshold);

            public static Tensor softshrink(Tensor x, double lambda = 0.5) => Aten.Call("softshrink", x, lambda);

            public static Tensor softsign(Tensor x, bool inplace = false)
            {
                using var magnitude = Aten.Call("abs", x);
                using var divisor = Aten.Call("add.Scalar", magnitude, 1);
                return inplace ? Alias(Aten.InPlace("div_.Tensor", x, divisor)) : Aten.Call("div.Tensor", x, divisor);
            }

            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? Alias(Aten.InPlace("tanh_", x)) : Aten.Call("tanh", x);

            public static Tensor tanhshrink(Tensor x, bool inplace = false)
            {
                using var squashed = Aten.Call("tanh", x);
                return inplace ? Alias(Aten.InPlace("sub_.Tensor", x, squashed)) : Aten.Call("sub.Tensor", x, squashed);
            }

            public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                inplace ? Alias(Aten.InPlace("threshold_", x, threshold, value)) : Aten.Call("threshold", x, threshold, value);

            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => Aten.Call("softmax.int", input, dim, dtype);

            /// <summary>Softmax over the channels of (N, C, H, W) or (C, H, W).</summary>
            public static Tensor softmax2d(Tensor x) => softmax(x, -3);

            public static Tensor softmin(Tensor x, long dim)
            {
                using var negated = Aten.Call("neg", x);
                return softmax(negated, dim);
            }

            public static Tensor log_softmax(Tensor x, long dim) => Aten.Call("log_softmax.int", x, dim);
        }
    }
}
