using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                Drop("dropout", input, p, training, inplace);

            /// <summary>Drops whole channels of (N, C, L) or (C, L).</summary>
            public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                DropChannels(input, p, training, inplace, unbatched: 2);

            /// <summary>Drops whole channels of (N, C, H, W); of (C, H, W) whole rows of a channel, as PyTorch does.</summary>
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                Drop("feature_dropout", input, p, training, inplace);

            /// <summary>Drops whole channels of (N, C, D, H, W) or (C, D, H, W).</summary>
            public static Tensor dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                DropChannels(input, p, training, inplace, unbatched: 4);

            public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                Drop("alpha_dropout", input, p, training, inplace);

            public static Tensor feature_alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                Drop("feature_alpha_dropout", input, p, training, inplace);

            private static Tensor Drop(string op, Tensor input, double p, bool training, bool inplace) =>
                inplace ? Alias(Aten.InPlace(op + "_", input, p, training)) : Aten.Call(op, input, p, training);

            private static Tensor DropChannels(Tensor input, double p, bool training, bool inplace, int unbatched)
            {
                if (input.ndim != unbatched) return Drop("feature_dropout", input, p, training, inplace);
                using var batch = Aten.Call("unsqueeze", input, 0);
                using var dropped = Drop("feature_dropout", batch, p, training, inplace);
                return Aten.Call("squeeze.dim", dropped, 0);
            }
        }
    }
}
