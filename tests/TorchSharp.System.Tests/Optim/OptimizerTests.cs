using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Optim;

/// <summary>Each optimizer's parameters after each of ten steps equal PyTorch's (Peers/optim.py).</summary>
public class OptimizerTests
{
    private static readonly PeerFigures Peer = PeerFigures.Load("optim");

    private static readonly Dictionary<string, Func<Parameter[], OptimizerHelper>> Settings = new()
    {
        ["sgd.plain"] = p => optim.SGD(p, 0.01),
        ["sgd.momentum"] = p => optim.SGD(p, 0.01, 0.9),
        ["sgd.dampening"] = p => optim.SGD(p, 0.01, 0.8, 0.3, 0.1),
        ["sgd.nesterov"] = p => optim.SGD(p, 0.01, momentum: 0.9, nesterov: true, weight_decay: 0.01),
        ["sgd.maximize"] = p => optim.SGD(p, 0.001, momentum: 0.5, weight_decay: 0.2, maximize: true),
        ["adagrad.plain"] = p => optim.Adagrad(p),
        ["adagrad.decay"] = p => optim.Adagrad(p, 0.1, 0.2, 0.1, 0.5, 1e-6),
        ["adadelta.plain"] = p => optim.Adadelta(p),
        ["adadelta.decay"] = p => optim.Adadelta(p, 0.7, 0.8, 1e-4, 0.1),
        ["adadelta.maximize"] = p => optim.Adadelta(p, 0.5, weight_decay: 0.1, maximize: true),
        ["rmsprop.plain"] = p => optim.RMSProp(p),
        ["rmsprop.momentum"] = p => optim.RMSProp(p, 0.01, 0.9, momentum: 0.9, weight_decay: 0.1),
        ["rmsprop.centered"] = p => optim.RMSProp(p, 0.01, eps: 1e-5, centered: true),
        ["rmsprop.all"] = p => optim.RMSProp(p, 0.005, momentum: 0.5, centered: true, weight_decay: 0.1, maximize: true),
        ["adam.plain"] = p => optim.Adam(p),
        ["adam.decay"] = p => optim.Adam(p, 0.1, 0.8, 0.9, 1e-6, 0.1),
        ["adam.amsgrad"] = p => optim.Adam(p, 0.1, 0.8, 0.9, amsgrad: true),
        ["adam.maximize"] = p => optim.Adam(p, 0.01, weight_decay: 0.1, maximize: true),
        ["adamw.plain"] = p => optim.AdamW(p),
        ["adamw.decay"] = p => optim.AdamW(p, 0.1, 0.8, 0.9, 1e-6, 0.1),
        ["adamw.amsgrad"] = p => optim.AdamW(p, 0.1, 0.8, 0.9, amsgrad: true, maximize: true, weight_decay: 0.05),
        ["adamax.plain"] = p => optim.Adamax(p),
        ["adamax.decay"] = p => optim.Adamax(p, 0.1, 0.8, 0.9, 1e-4, 0.1),
        ["nadam.plain"] = p => optim.NAdam(p),
        ["nadam.decay"] = p => optim.NAdam(p, 0.1, 0.8, 0.9, 1e-6, 0.1, 0.05),
        ["radam.plain"] = p => optim.RAdam(p),
        ["radam.decay"] = p => optim.RAdam(p, 0.1, 0.8, 0.99, 1e-6, 0.1),
        ["rprop.plain"] = p => optim.Rprop(p),
        ["rprop.etas"] = p => optim.Rprop(p, 0.1, 0.4, 1.5, 1e-3, 0.3),
        ["asgd.plain"] = p => optim.ASGD(p, 0.01),
        ["asgd.averaging"] = p => optim.ASGD(p, 0.02, 0.01, 0.6, 3, 0.1),
    };

    public static TheoryData<string> Names => [.. Settings.Keys];

    internal static OptimizerHelper Make(string name, Parameter[] parameters) => Settings[name](parameters);

    [Theory]
    [MemberData(nameof(Names))]
    public void Ten_steps_equal_PyTorchs(string name)
    {
        foreach (var (type, tolerance) in new[] { (ScalarType.Float64, 1e-12), (ScalarType.Float32, 1e-6) })
        {
            var problem = new Problem(type);
            using var optimizer = Make(name, problem.Parameters);
            Peer.AssertEqual($"{name}.{type.ToString().ToLowerInvariant()}", problem.Run(optimizer), tolerance);
        }
    }

    [Fact]
    public void Named_parameters_are_optimized_as_unnamed_ones()
    {
        var problem = new Problem();
        (string name, Parameter parameter)[] named = [("w", problem.W), ("b", problem.B)];
        using var optimizer = optim.SGD(named, 0.01, 0.9);
        Peer.AssertEqual("sgd.momentum.float64", problem.Run(optimizer), 1e-12);
        Assert.Equal(problem.Parameters, optimizer.parameters());
    }

    [Fact]
    public void A_closure_is_called_with_gradients_on_and_its_loss_returned()
    {
        var problem = new Problem();
        using var optimizer = optim.SGD(problem.Parameters, 0.01, 0.9);
        var values = new List<double>();
        using (no_grad())
            for (var i = 0; i < 10; i++)
            {
                using var loss = optimizer.step(() =>
                {
                    Assert.True(is_grad_enabled());
                    optimizer.zero_grad();
                    var value = problem.Loss();
                    value.backward();
                    return value;
                });
                Assert.True(loss!.requires_grad);
                values.AddRange(problem.Values());
            }
        Peer.AssertEqual("sgd.momentum.float64", values, 1e-12);
    }

    [Fact]
    public void A_step_without_a_closure_has_no_loss_and_leaves_grad_mode_as_it_was()
    {
        var problem = new Problem();
        using var optimizer = optim.Adam(problem.Parameters);
        problem.Loss().backward();
        Assert.Null(optimizer.step());
        Assert.True(is_grad_enabled());
    }

    [Fact]
    public void Parameters_without_a_gradient_stay()
    {
        var problem = new Problem();
        foreach (var name in Settings.Keys)
        {
            using var optimizer = Make(name, problem.Parameters);
            problem.W.grad = null;
            problem.B.grad = null;
            var before = problem.Values();
            optimizer.step();
            Assert.Equal(before, problem.Values());
        }
    }

    [Fact]
    public void Zero_grad_sets_gradients_to_zero_and_leaves_absent_ones_absent()
    {
        var problem = new Problem();
        using var optimizer = optim.SGD(problem.Parameters, 0.01);
        optimizer.zero_grad();
        Assert.Null(problem.W.grad);
        problem.Loss().backward();
        optimizer.zero_grad();
        Assert.All(problem.W.grad!.data<double>().ToArray(), x => Assert.Equal(0, x));
        Assert.All(problem.B.grad!.data<double>().ToArray(), x => Assert.Equal(0, x));
    }

    [Fact]
    public void Bad_hyperparameters_are_refused()
    {
        var p = new Problem().Parameters;
        Action[] wrong =
        [
            () => optim.SGD(p, -1), () => optim.SGD(p, 1, -0.1), () => optim.SGD(p, 1, weight_decay: -1),
            () => optim.SGD(p, 1, nesterov: true), () => optim.SGD(p, 1, 0.9, 0.1, nesterov: true),
            () => optim.Adam(p, -1), () => optim.Adam(p, beta1: 1), () => optim.Adam(p, beta2: -0.1), () => optim.Adam(p, eps: -1), () => optim.Adam(p, weight_decay: -1),
            () => optim.AdamW(p, -1), () => optim.AdamW(p, beta1: 1), () => optim.AdamW(p, beta2: 1), () => optim.AdamW(p, eps: -1),
            () => optim.Adagrad(p, -1), () => optim.Adagrad(p, lr_decay: -1), () => optim.Adagrad(p, initial_accumulator_value: -1), () => optim.Adagrad(p, eps: -1),
            () => optim.Adadelta(p, -1), () => optim.Adadelta(p, rho: 1.1), () => optim.Adadelta(p, eps: -1),
            () => optim.RMSProp(p, -1), () => optim.RMSProp(p, alpha: -1), () => optim.RMSProp(p, momentum: -1), () => optim.RMSProp(p, eps: -1),
            () => optim.Adamax(p, -1), () => optim.Adamax(p, beta1: 1.1), () => optim.NAdam(p, -1), () => optim.NAdam(p, momentum_decay: -1),
            () => optim.RAdam(p, -1), () => optim.RAdam(p, beta2: 2), () => optim.Rprop(p, -1), () => optim.ASGD(p, -1),
        ];
        Assert.All(wrong, make => Assert.Throws<ArgumentException>(make));
    }
}
