using CourseLabs.Tests;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Memory;

public class DisposeScopeTests
{
    [Fact]
    public void A_scope_disposes_what_was_made_in_it()
    {
        var before = LiveTensors.Count();
        Tensor inside;
        using (NewDisposeScope())
        {
            inside = ones(3);
            Assert.Equal(before + 1, Tensor.TotalCount);
        }
        Assert.True(inside.IsInvalid);
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void A_tensor_moved_to_the_outer_scope_outlives_the_inner_one()
    {
        using var outer = NewDisposeScope();
        Tensor moved;
        using (NewDisposeScope()) moved = ones(3).MoveToOuterDisposeScope();
        Assert.False(moved.IsInvalid);
        Assert.True(outer.Contains(moved));
    }

    [Fact]
    public void A_detached_tensor_belongs_to_no_scope()
    {
        Tensor detached;
        using (NewDisposeScope()) detached = ones(3).DetachFromDisposeScope();
        Assert.False(detached.IsInvalid);
        detached.Dispose();
    }

    [Fact]
    public void An_attached_tensor_is_disposed_with_its_new_scope()
    {
        var tensor = ones(3);
        using (var scope = NewDisposeScope()) scope.Attach(tensor);
        Assert.True(tensor.IsInvalid);
    }

    [Fact]
    public void A_scope_disposed_out_of_order_leaves_the_others_in_place()
    {
        var outer = NewDisposeScope();
        var inner = NewDisposeScope();
        outer.Dispose();
        Assert.Same(inner, CurrentDisposeScope);
        var tensor = ones(2);
        inner.Dispose();
        Assert.True(tensor.IsInvalid);
        Assert.Null(CurrentDisposeScope);
    }

    [Fact]
    public void A_disposed_scope_refuses_further_use()
    {
        var scope = NewDisposeScope();
        scope.Dispose();
        scope.Dispose();
        Assert.Throws<ObjectDisposedException>(() => scope.DisposablesCount);
        using var tensor = ones(1);
        Assert.Throws<ObjectDisposedException>(() => scope.Attach(tensor));
    }

    [Fact]
    public void The_statistics_of_a_thread_add_up()
    {
        var statistics = DisposeScopeManager.Statistics.TensorStatistics;
        statistics.Reset();
        using (NewDisposeScope())
        {
            var kept = ones(1);
            ones(1).Dispose();
            kept.DetachFromDisposeScope();
            Assert.Equal((2, 1, 1), (statistics.CreatedInScopeCount, statistics.DisposedInScopeCount, statistics.DetachedFromScopeCount));
            kept.Dispose();
        }
        Assert.Equal(0, statistics.ThreadTotalLiveCount);
        Assert.Equal(1, statistics.DisposedOutsideScopeCount);
    }

    [Fact]
    public void Scopes_of_two_threads_do_not_meet()
    {
        using var scope = NewDisposeScope();
        var thread = new Thread(() =>
        {
            Assert.Null(CurrentDisposeScope);
            ones(1).Dispose();
        });
        thread.Start();
        thread.Join();
        Assert.Equal(0, scope.DisposablesCount);
    }

    [Fact]
    public void Tensors_nobody_disposes_are_collected()
    {
        var before = LiveTensors.Count();
        MakeGarbage();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.True(Tensor.TotalCount <= before, $"{Tensor.TotalCount - before} tensors are still alive");

        static void MakeGarbage()
        {
            for (var i = 0; i < 1000; i++) _ = ones(10);
        }
    }
}
