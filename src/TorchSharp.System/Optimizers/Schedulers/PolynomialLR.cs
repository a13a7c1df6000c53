namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The initial rate times (1 - epoch / total_iters)^power, and zero from total_iters on.</summary>
                public class PolynomialLR : LRScheduler
                {
                    private readonly double totalIters;
                    private readonly double power;

                    public PolynomialLR(Optimizer optimizer, int total_iters = 5, double power = 1, int last_epoch = -1, bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        (totalIters, this.power) = (total_iters, power);
                        step();
                    }

                    protected override IEnumerable<double> get_lr() => Scaled(_last_epoch == 0 || _last_epoch > totalIters
                        ? 1
                        : Math.Pow((1 - _last_epoch / totalIters) / (1 - (_last_epoch - 1) / totalIters), power));

                    protected override IEnumerable<double> get_closed_form_lr() => FromBase(Math.Pow(1 - Math.Min(totalIters, _last_epoch) / totalIters, power));
                }
            }
        }
    }
}
