using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>y = x1^T A x2 + b for every output, both drawn from U(-1/sqrt(in1_features), 1/sqrt(in1_features)).</summary>
            public static Modules.Bilinear Bilinear(long in1_features, long in2_features, long out_features, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in1_features, in2_features, out_features, hasBias, device, dtype);
        }
    }
}

namespace TorchSharp.Modules
{
    public sealed class Bilinear : nn.Module<Tensor, Tensor, Tensor>
    {
        [ComponentName(Name = nameof(weight))]
        private Parameter? weightField;

        [ComponentName(Name = nameof(bias))]
        private Parameter? biasField;

        internal Bilinear(long in1_features, long in2_features, long out_features, bool hasBias, Device? device, ScalarType? dtype) : base(nameof(Bilinear))
        {
            (this.in1_features, this.in2_features, this.out_features) = (in1_features, in2_features, out_features);
            var bound = 1 / Math.Sqrt(in1_features);
            weight = Parameter.New([out_features, in1_features, in2_features], device, dtype, weight => nn.init.uniform_(weight, -bound, bound));
            if (hasBias) bias = Parameter.New([out_features], device, dtype, bias => nn.init.uniform_(bias, -bound, bound));
        }

        public long in1_features { get; set; }
        public long in2_features { get; set; }
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

        public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.bilinear(input1, input2, weight, biasField);
    }
}
