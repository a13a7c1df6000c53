using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Pairwise("l1_loss", input, target, reduction);

            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Pairwise("mse_loss", input, target, reduction);

            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1.0) =>
                Pairwise("smooth_l1_loss", input, target, reduction, beta);

            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1.0, Reduction reduction = Reduction.Mean) =>
                Pairwise("huber_loss", input, target, reduction, delta);

            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean) =>
                Aten.Call("kl_div", input, target, Arg.Enum(reduction), log_target);

            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                Aten.Call("nll_loss_nd", input, target, weight, Arg.Enum(reduction));

            public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0.0) =>
                Aten.Call("cross_entropy_loss", input, target, weight, Arg.Enum(reduction), ignore_index, label_smoothing);

            public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                var (size, targetSize) = (input.shape, target.shape);
                if (!size.SequenceEqual(targetSize))
                    throw new ExternalException($"Using a target size ({Text(targetSize)}) that is different to the input size ({Text(size)}) is deprecated. Please ensure they have the same size.");
                if (weight is null || weight.shape.SequenceEqual(size)) return Aten.Call("binary_cross_entropy", input, target, weight, Arg.Enum(reduction));
                using var expanded = Aten.Call("expand", weight, size);
                return Aten.Call("binary_cross_entropy", input, target, expanded, Arg.Enum(reduction));
            }

            public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null)
            {
                var (size, targetSize) = (input.shape, target.shape);
                if (!size.SequenceEqual(targetSize))
                    throw new ExternalException($"Target size ({Text(targetSize)}) must be the same as input size ({Text(size)})");
                return Aten.Call("binary_cross_entropy_with_logits", input, target, weight, pos_weights, Arg.Enum(reduction));
            }

            public static Tensor poisson_nll_loss(Tensor input, Tensor target, bool log_input = true, bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean) =>
                Aten.Call("poisson_nll_loss", input, target, log_input, full, (double)eps, Arg.Enum(reduction));

            /// <summary>The negative log-likelihood of normal distributions with mean <paramref name="input"/> and the given variances.</summary>
            /// <param name="input">The means.</param>
            /// <param name="target">The samples, of the means' shape.</param>
            /// <param name="variance">One an element, one a row (the last dimension 1 or missing), or one a sample (N, 1).</param>
            /// <param name="full">Whether the constant 0.5 log(2 pi) counts.</param>
            /// <param name="eps">The least variance.</param>
            /// <param name="reduction">Over the elements.</param>
            public static Tensor gaussian_nll_loss(Tensor input, Tensor target, Tensor variance, bool full = false, float eps = 1e-6f, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                var given = VarianceFor(input, variance);
                if (Aten.CallBool("is_nonzero", Aten.Call("any", Aten.Call("lt.Scalar", given, 0)))) throw new ArgumentException("variance has negative entry/entries");
                var spread = Aten.Call("clone", given);
                using (no_grad()) Aten.InPlace("clamp_min_", spread, (double)eps);
                var error = Aten.Call("sub.Tensor", input, target);
                var squared = Aten.Call("pow.Tensor_Scalar", error, 2);
                var sum = Aten.Call("add.Tensor", Aten.Call("log", spread), Aten.Call("div.Tensor", squared, spread));
                var loss = Aten.Call("mul.Scalar", sum, 0.5);
                if (full) loss = Aten.Call("add.Scalar", loss, 0.5 * Math.Log(2 * Math.PI));
                return Reduce(loss, reduction).MoveToOuterDisposeScope();
            }

            public static Tensor cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                Aten.Call("cosine_embedding_loss", input1, input2, target, margin, Arg.Enum(reduction));

            public static Tensor ctc_loss(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, long blank = 0, bool zero_infinity = false, Reduction reduction = Reduction.Mean) =>
                Aten.Call("ctc_loss.Tensor", log_probs, targets, input_lengths, target_lengths, blank, Arg.Enum(reduction), zero_infinity);

            public static Tensor hinge_embedding_loss(Tensor input, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                Aten.Call("hinge_embedding_loss", input, target, margin, Arg.Enum(reduction));

            public static Tensor margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                Aten.Call("margin_ranking_loss", input1, input2, target, margin, Arg.Enum(reduction));

            public static Tensor multi_label_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Aten.Call("multilabel_margin_loss", input, target, Arg.Enum(reduction));

            public static Tensor multilabel_soft_margin_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                var absent = Aten.Call("rsub.Scalar", target, 1);
                var loss = Aten.Call("neg", Aten.Call("add.Tensor",
                    Aten.Call("mul.Tensor", target, logsigmoid(input)),
                    Aten.Call("mul.Tensor", absent, logsigmoid(Aten.Call("neg", input)))));
                if (weight is not null) loss = Aten.Call("mul.Tensor", loss, weight);
                var classes = input.shape[^1];
                var mean = Aten.Call("div.Scalar", Aten.Call("sum.dim_IntList", loss, List(-1)), classes);
                return Reduce(mean, reduction).MoveToOuterDisposeScope();
            }

            public static Tensor multi_margin_loss(Tensor input, Tensor target, int p = 1, double margin = 1.0, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                Aten.Call("multi_margin_loss", input, target, p, margin, weight, Arg.Enum(reduction));

            public static Tensor soft_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Aten.Call("soft_margin_loss", input, target, Arg.Enum(reduction));

            public static Tensor triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, double margin = 1.0, long p = 2, double eps = 1e-06, bool swap = false, Reduction reduction = Reduction.Mean) =>
                Aten.Call("triplet_margin_loss", anchor, positive, negative, margin, (double)p, eps, swap, Arg.Enum(reduction));

            public static Tensor triplet_margin_with_distance_loss(Tensor anchor, Tensor positive, Tensor negative, Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1.0, bool swap = false, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                distance ??= (x, y) => pairwise_distance(x, y);
                var near = distance(anchor, positive);
                var far = distance(anchor, negative);
                if (swap) far = Aten.Call("minimum", far, distance(positive, negative));
                var excess = Aten.Call("add.Scalar", Aten.Call("sub.Tensor", near, far), margin);
                return Reduce(Aten.Call("clamp_min", excess, 0), reduction).MoveToOuterDisposeScope();
            }

            /// <summary>A loss of paired elements; the smaller of the two is expanded first, so that its gradient has its own shape.</summary>
            private static Tensor Pairwise(string op, Tensor input, Tensor target, Reduction reduction, double? option = null)
            {
                if (input.shape.SequenceEqual(target.shape)) return PairwiseOfOneShape(op, input, target, reduction, option);
                var expanded = Aten.CallList("broadcast_tensors", Arg.List([input, target]));
                using var expandedInput = expanded[0];
                using var expandedTarget = expanded[1];
                return PairwiseOfOneShape(op, expandedInput, expandedTarget, reduction, option);
            }

            private static Tensor PairwiseOfOneShape(string op, Tensor input, Tensor target, Reduction reduction, double? option) =>
                option is { } number ? Aten.Call(op, input, target, Arg.Enum(reduction), number) : Aten.Call(op, input, target, Arg.Enum(reduction));

            private static Tensor Reduce(Tensor loss, Reduction reduction) => reduction switch
            {
                Reduction.Mean => Aten.Call("mean", loss),
                Reduction.Sum => Aten.Call("sum", loss),
                _ => loss,
            };

            private static Tensor VarianceFor(Tensor input, Tensor variance)
            {
                var (size, given) = (input.shape, variance.shape);
                if (given.SequenceEqual(size)) return variance;
                var rows = size.SkipLast(1);
                if (given.SequenceEqual(rows)) return Aten.Call("unsqueeze", variance, -1);
                if (given.SequenceEqual(rows.Append(1))) return variance;
                if (given.Length == 2 && given[0] == size[0] && given[1] == 1)
                    return Aten.Call("view", variance, size.Select((n, i) => i == 0 ? n : 1).ToArray());
                throw new ArgumentException("variance has the wrong shape");
            }

            private static string Text(long[] size) => "[" + string.Join(", ", size) + "]";
        }
    }
}
