using System.Diagnostics.CodeAnalysis;
using TorchSharp.Native;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A table of vectors looked up by index, drawn from N(0, 1); the row of padding_idx is zero and is not learned.</summary>
            public static Modules.Embedding Embedding(long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
            {
                var padding = Modules.Embedding.Row(padding_idx, num_embeddings);
                var weight = Modules.Parameter.New([num_embeddings, embedding_dims], device, dtype, weight => Modules.Embedding.Draw(weight, padding));
                return new(weight, padding, max_norm, norm_type, scale_grad_by_freq, sparse);
            }

            /// <summary>An embedding over a table that is there already, whose memory it shares.</summary>
            public static Modules.Embedding Embedding_from_pretrained(Tensor embeddings, bool freeze = true, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
            {
                var weight = Modules.Parameter.Over(embeddings, !freeze, device, dtype);
                return new(weight, Modules.Embedding.Row(padding_idx, embeddings.shape[0]), max_norm, norm_type, scale_grad_by_freq, sparse);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    public sealed class Embedding : nn.Module<Tensor, Tensor>
    {
        [ComponentName(Name = nameof(weight))]
        private Parameter? weightField;

        private readonly long padding;
        private readonly double? max_norm;
        private readonly double norm_type;
        private readonly bool scale_grad_by_freq;
        private readonly bool sparse;

        internal Embedding(Parameter weight, long padding, double? max_norm, double norm_type, bool scale_grad_by_freq, bool sparse) : base(nameof(Embedding))
        {
            this.weight = weight;
            this.padding = padding;
            this.max_norm = max_norm;
            this.norm_type = norm_type;
            this.scale_grad_by_freq = scale_grad_by_freq;
            this.sparse = sparse;
        }

        [DisallowNull]
        public Parameter? weight
        {
            get => weightField;
            set => Replace(ref weightField, value, nameof(weight));
        }

        public override Tensor forward(Tensor input)
        {
            Renormalise(weightField!, input, max_norm, norm_type);
            return Aten.Call("embedding", weightField, input, padding, scale_grad_by_freq, sparse);
        }

        /// <summary>Scales the rows that are looked up and longer than <paramref name="max_norm"/> down to it.</summary>
        internal static void Renormalise(Tensor weight, Tensor input, double? max_norm, double norm_type)
        {
            if (max_norm is not { } longest) return;
            using var nograd = no_grad();
            using var indices = input.contiguous();
            Aten.InPlace("embedding_renorm_", weight, indices, longest, norm_type);
        }

        /// <summary>The row that padding_idx means, a negative one counted from the end; -1 for none.</summary>
        internal static long Row(long? padding_idx, long rows)
        {
            if (padding_idx is not { } index) return -1;
            if (index >= rows || index < -rows) throw new ArgumentException($"Padding_idx must be within num_embeddings: it is {index}, and there are {rows} embeddings.", nameof(padding_idx));
            return index < 0 ? index + rows : index;
        }

        internal static void Draw(Tensor weight, long padding)
        {
            nn.init.normal_(weight);
            if (padding < 0) return;
            using var row = weight.select(0, padding);
            nn.init.zeros_(row);
        }
    }
}
