using static TorchSharp.torch;

namespace TorchSharp.Tests.Operators;

/// <summary>The same seed draws PyTorch's numbers, from the default generator and from one's own. The same table in Python: Peers/operator_cases/draws.py.</summary>
public class DrawTests
{
    private static readonly Dictionary<string, Func<Generator?, Tensor>> Table = new()
    {
        ["uniform_"] = g => Empty().uniform_(-1, 3, g),
        ["uniform_ float"] = g => empty(20, float32).uniform_(-1, 3, g),
        ["normal_"] = g => Empty().normal_(generator: g),
        ["normal_ float"] = g => empty(20, float32).normal_(2, 0.5, g),
        ["random_"] = g => Empty().random_(-5, 100, g),
        ["random_ integers"] = g => empty(6, int64).random_(0, 1000, g),
        ["bernoulli_"] = g => Empty().bernoulli_(generator: g),
        ["bernoulli_ p"] = g => Empty().bernoulli_(0.2, g),
        ["bernoulli_ tensor"] = g => empty(6, float64).bernoulli_(Steps(), g),
        ["exponential_"] = g => Empty().exponential_(1.5, g),
        ["geometric_"] = g => Empty().geometric_(0.3, g),
        ["cauchy_"] = g => Empty().cauchy_(0.5, 2, g),
        ["log_normal_"] = g => Empty().log_normal_(0.5, 0.25, g),
        ["bernoulli"] = g => Steps().bernoulli(g),
        ["multinomial"] = g => Steps().multinomial(3, generator: g),
        ["multinomial replaced"] = g => Steps().multinomial(10, true, g),
        ["poisson"] = g => Steps().mul(10).poisson(g),
        ["binomial"] = g => binomial(full(6, 10, float64), Steps(), g),
        ["normal of tensors"] = g => normal(Steps().mul(5), Steps(), g),
        ["normal broadcast"] = g => normal(tensor(1.0), Steps(), g),
        ["normal of floats"] = g => normal(zeros(20), ones(20) * 2, g),
        ["_standard_gamma"] = g => _standard_gamma(Steps().mul(4), g),
        ["_sample_dirichlet"] = g => _sample_dirichlet(Steps(), g),
    };

    private static Tensor Empty() => empty(3, 4, float64);
    private static Tensor Steps() => arange(1, 7, float64) / 7;

    public static TheoryData<string, bool> Names
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (var name in Table.Keys)
            {
                data.Add(name, false);
                data.Add(name, true);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Equals_PyTorch(string name, bool ownGenerator)
    {
        using var scope = NewDisposeScope();
        manual_seed(ownGenerator ? 1 : 42);
        using var generator = ownGenerator ? new Generator(42) : null;
        Cases.PyTorch.AssertEqual("draw of " + name, Table[name](generator), 1e-12);
    }
}
