using static TorchSharp.torch;

namespace CourseLabs.Torch.Tests;

public sealed class ThreadCountTests
{
    [Fact]
    public void It_holds_until_it_is_disposed_and_for_threads_that_are_new_to_torch()
    {
        var before = get_num_threads();
        int inside = 0, elsewhere = 0;

        using (ThreadCount.Use(before + 1))
        {
            inside = get_num_threads();
            var thread = new Thread(() => elsewhere = get_num_threads());
            thread.Start();
            thread.Join();
        }

        Assert.Equal([before + 1, before + 1, before], [inside, elsewhere, get_num_threads()]);
    }

    [Fact]
    public void It_is_one_at_least() => Assert.Throws<ArgumentOutOfRangeException>(() => ThreadCount.Use(0));
}
