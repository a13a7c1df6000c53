namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Several schedules at once: each changes the rate that the one before it left.</summary>
                public class ChainedLR : LRScheduler
                {
                    private readonly LRScheduler[] schedulers;

                    public ChainedLR(IEnumerable<LRScheduler> schedulers)
                    {
                        this.schedulers = [.. schedulers];
                        if (this.schedulers.Length == 0) return;
                        _optimizer = this.schedulers[^1]._optimizer;
                        _last_lrs = [.. Rates];
                    }

                    public override void step()
                    {
                        foreach (var scheduler in schedulers) scheduler.step();
                        if (schedulers.Length > 0) _last_lrs = [.. Rates];
                    }

                    private protected override void Advance(int? epoch) => step();
                }
            }
        }
    }
}
