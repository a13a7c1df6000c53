using static TorchSharp.torch;

namespace TorchSharp.Tests.Operators;

/// <summary>Comparisons and tests of elements. The same table in Python: Peers/operator_cases/comparison.py.</summary>
public class ComparisonTests
{
    private static readonly Cases Table = new()
    {
        ["eq"] = t => t.n.eq(t.k),
        ["eq number"] = t => t.n.eq(7),
        ["ne"] = t => t.n.ne(t.k),
        ["ne number"] = t => t.n.ne(7),
        ["lt"] = t => t.x.lt(t.y),
        ["lt number"] = t => t.x.lt(0),
        ["le"] = t => t.x.le(t.y),
        ["le number"] = t => t.n.le(7),
        ["gt"] = t => t.x.gt(t.y),
        ["gt number"] = t => t.x.gt(0.5),
        ["ge"] = t => t.x.ge(t.y),
        ["ge number"] = t => t.n.ge(7),
        ["equal of elements"] = t => t.n.equal(t.k),
        ["not_equal"] = t => t.n.not_equal(t.k),
        ["less"] = t => t.x.less(t.y),
        ["less_equal"] = t => t.x.less_equal(t.y),
        ["greater"] = t => t.x.greater(t.y),
        ["greater_equal"] = t => t.x.greater_equal(t.y),
        ["operator =="] = t => t.n == t.k,
        ["operator == number"] = t => t.n == 7,
        ["operator !="] = t => t.n != t.k,
        ["operator <"] = t => t.x < t.y,
        ["operator number <"] = t => 0.5 < t.x,
        ["operator <="] = t => t.x <= t.y,
        ["operator >"] = t => t.x > t.y,
        ["operator > number"] = t => t.x > 0.5,
        ["operator >="] = t => t.x >= t.y,
        ["maximum"] = t => t.x.maximum(t.y),
        ["minimum"] = t => t.x.minimum(t.y),
        ["max of two"] = t => t.x.max(t.y),
        ["min of two"] = t => t.x.min(t.y),
        ["fmax"] = t => t.e.fmax(t.h),
        ["fmin"] = t => t.e.fmin(t.h),
        ["isclose"] = t => t.x.isclose(t.x + 1e-9),
        ["isclose nan"] = t => t.e.isclose(t.e, nanEqual: true),
        ["isclose given"] = t => t.x.isclose(t.y, 0.5, 0.1),
        ["isin"] = t => t.n.isin(t.k),
        ["isin inverted"] = t => t.n.isin(t.k, invert: true),
        ["isfinite"] = t => t.e.isfinite(),
        ["isinf"] = t => t.e.isinf(),
        ["isposinf"] = t => t.e.isposinf(),
        ["isneginf"] = t => t.e.isneginf(),
        ["isnan"] = t => t.e.isnan(),
        ["isreal"] = t => t.z.isreal(),
        ["allclose"] = t => t.x.allclose(t.x + 1e-9),
        ["allclose not"] = t => t.x.allclose(t.y),
        ["allclose nan"] = t => t.e.allclose(t.e, equal_nan: true),
        ["Equals"] = t => t.x.Equals(t.x.clone()),
        ["Equals not"] = t => t.x.Equals(t.y),
        ["is_nonzero"] = t => t.x.select(0, 0).select(0, 0).is_nonzero(),
    };

    public static TheoryData<string> Names => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Equals_PyTorch(string name) => Table.Check(name);
}
