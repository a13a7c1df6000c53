using TorchSharp.Native;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>y = x A^T + b, both drawn from U(-1/sqrt(inputSize), 1/sqrt(inputSize)).</summary>
            public static Modules.Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, outputSize, hasBias, device, dtype);

            public static Modules.Linear Linear(Modules.Parameter weight, Modules.Parameter? bias = null) => new(weight, bias);
        }
    }
}

namespace TorchSharp.Modules
{
    public sealed class Linear : nn.Module<Tensor, Tensor>
    {
        [ComponentName(Name = nameof(weight))]
        private Parameter? weightField;

        [ComponentName(Name = nameof(bias))]
        private Parameter? biasField;

        internal Linear(Parameter weight, Parameter? bias) : base(nameof(Linear))
        {
            (out_features, in_features) = (weight.shape[0], weight.shape[1]);
            this.weight = weight;
            this.bias = bias;
        }

        internal Linear(long inputSize, long outputSize, bool hasBias, Device? device, ScalarType? dtype) : base(nameof(Linear))
        {
            (in_features, out_features) = (inputSize, outputSize);
            weight = Parameter.New([outputSize, inputSize], device, dtype, weight => nn.init.kaiming_uniform_(weight, a: Math.Sqrt(5)));
            if (!hasBias) return;
            var bound = inputSize > 0 ? 1 / Math.Sqrt(inputSize) : 0;
            bias = Parameter.New([outputSize], device, dtype, bias => nn.init.uniform_(bias, -bound, bound));
        }

        public long in_features { get; set; }
        public long out_features { get; set; }

        public Parameter weight
        {
            get => weightField!;
            set => Replace(ref weightField, value, nameof(weight));
        }

        public Parameter? bias
        {
            get => biasField;
            set => Replace(ref biasField, value, nameof(bias));
        }

        public override Tensor forward(Tensor tensor) => Aten.Call("linear", tensor, weightField, biasField);
    }
}
