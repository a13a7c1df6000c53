using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Optim;

public class StateDictTests
{
    public static TheoryData<string> Names => OptimizerTests.Names;

    private static readonly PeerFigures Peer = PeerFigures.Load("optim");

    [Theory]
    [MemberData(nameof(Names))]
    public void An_optimizer_goes_on_from_anothers_state(string name) => Continue(name, (from, to) =>
    {
        using var scope = NewDisposeScope();
        to.load_state_dict(from.state_dict());
        Assert.All(to.state_dict().State.Zip(from.state_dict().State), pair => Assert.True(pair.First.ApproximatelyEquals(pair.Second)));
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void An_optimizer_goes_on_from_a_file(string name) => Continue(name, (from, to) =>
    {
        using var scope = NewDisposeScope();
        var file = Path.GetTempFileName();
        try
        {
            from.save_state_dict(file);
            to.load_state_dict(file);
        }
        finally
        {
            File.Delete(file);
        }
    });

    [Fact]
    public void Options_and_counts_of_groups_are_part_of_the_state()
    {
        var problem = new Problem();
        using var two = optim.Adam([new Adam.ParamGroup([problem.W], lr: 0.5), new Adam.ParamGroup([problem.B], lr: 0.25, amsgrad: true)]);
        var state = two.state_dict();
        Assert.Equal([0.5, 0.25], state.Options.Select(options => options.LearningRate!.Value));
        Assert.Equal([[0], [1]], state.StateIndexRef);
        Assert.Null(((Adam.State)state.State[0]).max_exp_avg_sq);
        Assert.NotNull(((Adam.State)state.State[1]).max_exp_avg_sq);

        using var one = optim.Adam(problem.Parameters);
        Assert.Throws<ArgumentException>(() => one.load_state_dict(state));
        using var other = optim.Adam([new Adam.ParamGroup([problem.W]), new Adam.ParamGroup([problem.B])], lr: 0.1);
        other.load_state_dict(state);
        Assert.Equal([0.5, 0.25], other.ParamGroups.Select(group => group.LearningRate));
        Assert.True(((Adam.Options)other.state_dict().Options[1]).amsgrad);
    }

    [Fact]
    public void A_file_begins_as_TorchSharps_do()
    {
        using var optimizer = optim.SGD([new Problem().W], 0.5, 0.25, weight_decay: 2, maximize: true);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        optimizer.save_state_dict(writer);
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        Assert.Equal("SGD", reader.ReadString());
        Assert.Equal([1, 1], [reader.ReadByte(), reader.ReadByte()]);
        Assert.Equal([0.5, 0.5, 0.25, 0, 2], Enumerable.Range(0, 5).Select(_ => reader.ReadDouble()));
        Assert.Equal([false, true, false], Enumerable.Range(0, 3).Select(_ => reader.ReadBoolean()));
        Assert.Equal(stream.Length, stream.Position);
    }

    [Fact]
    public void Another_optimizers_file_is_refused()
    {
        var problem = new Problem();
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        using var sgd = optim.SGD(problem.Parameters, 0.1);
        sgd.save_state_dict(writer);
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        using var adam = optim.Adam(problem.Parameters);
        var error = Assert.Throws<InvalidDataException>(() => adam.load_state_dict(reader));
        Assert.Contains("expected 'Adam', but found 'SGD'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Adadelta_counts_its_steps()
    {
        var problem = new Problem();
        using var optimizer = optim.Adadelta(problem.Parameters);
        problem.Step(optimizer);
        problem.Step(optimizer);
        Assert.All(optimizer.state_dict().State, state => Assert.Equal(2, ((Adadelta.State)state).step));
    }

    /// <summary>Five steps, then a new optimizer with other options takes over from the state and makes the other five.</summary>
    private static void Continue(string name, Action<OptimizerHelper, OptimizerHelper> hand)
    {
        var problem = new Problem();
        using var first = OptimizerTests.Make(name, problem.Parameters);
        var values = problem.Run(first, 5);
        using var second = OptimizerTests.Make(name, problem.Parameters);
        foreach (var group in second.ParamGroups) group.LearningRate = 123;
        hand(first, second);
        values.AddRange(problem.Run(second, 5));
        Peer.AssertEqual(name + ".float64", values, 1e-12);
    }
}
