// libtorch's seed and thread count are global: one test at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
