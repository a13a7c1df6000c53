namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Half a cosine from the initial rate down to eta_min in T_max epochs, and back in as many. (Loshchilov and Hutter, 2017)</summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double tMax;
                    private readonly double etaMin;

                    public CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        (tMax, etaMin) = (T_max, eta_min);
                        step();
                    }

                    // From the last rate, as PyTorch does, so that other changes of the rate are kept; at the end of a half turn from zero, where a ratio would not do.
                    protected override IEnumerable<double> get_lr()
                    {
                        if (_last_epoch == 0) return Rates;
                        if ((_last_epoch - 1 - tMax) % (2 * tMax) == 0)
                            return Rates.Zip(_base_lrs, (rate, start) => rate + (start - etaMin) * (1 - Math.Cos(Math.PI / tMax)) / 2);
                        var ratio = (1 + Math.Cos(Math.PI * _last_epoch / tMax)) / (1 + Math.Cos(Math.PI * (_last_epoch - 1) / tMax));
                        return Rates.Select(rate => ratio * (rate - etaMin) + etaMin);
                    }

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        _base_lrs.Select(start => etaMin + (start - etaMin) * (1 + Math.Cos(Math.PI * _last_epoch / tMax)) / 2);
                }
            }
        }
    }
}
