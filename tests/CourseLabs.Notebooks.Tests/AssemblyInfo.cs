// torch's seed and thread scopes are global: tests that use them run one after the other.
[assembly: Xunit.CollectionBehavior(DisableTestParallelization = true)]
