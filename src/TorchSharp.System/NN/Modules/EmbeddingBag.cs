using System.Diagnostics.CodeAnalysis;
using TorchSharp.Native;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp
{
    public enum EmbeddingBagMode
    {
        Sum = 0,
        Mean = 1,
        Max = 2,
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Sums, means or maxima of bags of embeddings, without the embeddings in between.</summary>
            public static Modules.EmbeddingBag EmbeddingBag(long num_embeddings, long embedding_dims, double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false, EmbeddingBagMode mode = EmbeddingBagMode.Mean, bool sparse = false, bool include_last_offset = false, long padding_index = -1, Device? device = null, ScalarType? dtype = null)
            {
                var padding = Modules.Embedding.Row(padding_index < 0 ? null : padding_index, num_embeddings);
                var weight = Modules.Parameter.New([num_embeddings, embedding_dims], device, dtype, weight => Modules.Embedding.Draw(weight, padding));
                return new(weight, max_norm, norm_type, scale_grad_by_freq, mode, sparse, include_last_offset, padding);
            }

            /// <summary>As EmbeddingBag, over a table that is there already, whose memory it shares.</summary>
            public static Modules.EmbeddingBag EmbeddingBag_from_pretrained(Tensor embeddings, bool freeze = true, double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false, EmbeddingBagMode mode = EmbeddingBagMode.Mean, bool sparse = false, bool include_last_offset = false, long padding_index = -1, Device? device = null, ScalarType? dtype = null)
            {
                var padding = Modules.Embedding.Row(padding_index < 0 ? null : padding_index, embeddings.shape[0]);
                var weight = Modules.Parameter.Over(embeddings, !freeze, device, dtype);
                return new(weight, max_norm, norm_type, scale_grad_by_freq, mode, sparse, include_last_offset, padding);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    public sealed class EmbeddingBag : nn.Module<Tensor, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor?, Tensor?, Tensor>
    {
        [ComponentName(Name = nameof(weight))]
        private Parameter? weightField;

        private readonly double? max_norm;
        private readonly double norm_type;
        private readonly bool scale_grad_by_freq;
        private readonly EmbeddingBagMode mode;
        private readonly bool sparse;
        private readonly bool include_last_offset;
        private readonly long padding;

        internal EmbeddingBag(Parameter weight, double? max_norm, double norm_type, bool scale_grad_by_freq, EmbeddingBagMode mode, bool sparse, bool include_last_offset, long padding)
            : base(nameof(EmbeddingBag))
        {
            this.weight = weight;
            this.max_norm = max_norm;
            this.norm_type = norm_type;
            this.scale_grad_by_freq = scale_grad_by_freq;
            this.mode = mode;
            this.sparse = sparse;
            this.include_last_offset = include_last_offset;
            this.padding = padding;
        }

        [DisallowNull]
        public Parameter? weight
        {
            get => weightField;
            set => Replace(ref weightField, value, nameof(weight));
        }

        public Tensor call(Tensor input) => call(input, null, null);
        public Tensor call(Tensor input, Tensor? offsets) => call(input, offsets, null);

        /// <summary>A 1-D input is cut into bags at the offsets; each row of a 2-D input is a bag.</summary>
        public new Tensor call(Tensor input, Tensor? offsets, Tensor? perSampleWeights)
        {
            if (input.dtype is not (ScalarType.Int32 or ScalarType.Int64)) throw new ArgumentException("Embedding input must be an integral tensor.");
            if (offsets is not null && input.dtype != offsets.dtype) throw new ArgumentException("input and offsets must have the same element type.");
            if (input.Dimensions == 1 && offsets is null) throw new ArgumentException("'offsets' must be non-null for a 1-D input.");
            if (input.Dimensions == 2 && offsets is not null) throw new ArgumentException("'offsets' must be null for a 2-D input.");
            return base.call(input, offsets, perSampleWeights);
        }

        public override Tensor forward(Tensor input, Tensor? offsets, Tensor? perSampleWeights)
        {
            Embedding.Renormalise(weightField!, input, max_norm, norm_type);
            if (offsets is not null) return Sum(input, offsets, perSampleWeights);
            using var flat = input.reshape(-1);
            using var weights = perSampleWeights?.reshape(-1);
            using var starts = Aten.Call("arange.start_step", 0L, input.NumberOfElements, Math.Max(1, input.shape[1]), input.dtype, Arg.None, input.device, false);
            return Sum(flat, starts, weights);
        }

        // The operator has three more results (which bag an index is in, and so on), of use to its backward pass alone.
        private Tensor Sum(Tensor indices, Tensor offsets, Tensor? weights) =>
            Aten.Call("embedding_bag.padding_idx", weightField, indices, offsets, scale_grad_by_freq, (long)mode, sparse, weights, include_last_offset, padding < 0 ? Arg.None : padding);
    }
}
