// torch's seed and dispose scopes are global: tests that use them run one after the other.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
