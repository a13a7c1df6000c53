using System.Reflection;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Operators;

/// <summary>Functions of one or two tensors against the members of Tensor of that name, and f_ without arguments against f.</summary>
public class FamilyTests
{
    private static readonly Type[] One = [typeof(Tensor)];

    private static readonly Dictionary<string, Func<Inputs, (Tensor, Tensor)>> Samples = new()
    {
        ["bit"] = t => (t.n, t.k),
        ["bits"] = t => (t.mask, t.n > 9),
        ["vector"] = t => (t.v, t.w),
        ["matrix"] = t => (t.spd, t.s),
        ["matrix and vector"] = t => (t.s, t.v),
        ["batch"] = t => (t.b, t.c),
        ["complex"] = t => (t.z, t.z),
        ["pairs"] = t => (t.x.view(3, 2, 2), t.y),
        ["indices"] = t => (t.x, t.j),
        ["mask"] = t => (t.x, t.mask),
        ["fraction"] = t => (t.u.abs(), t.p),
    };

    private static string Kind(string name) => name switch
    {
        "gcd" or "lcm" or "gcd_" or "lcm_" => "bit",
        _ when name.StartsWith("bitwise", StringComparison.Ordinal) => "bit",
        _ when name.StartsWith("logical", StringComparison.Ordinal) => "bits",
        "dot" or "vdot" or "outer" or "ger" or "vander" => "vector",
        "det" or "logdet" or "inverse" or "matrix_exp" or "cholesky" or "cholesky_inverse" or "trace" => "matrix",
        "mm" or "matmul" or "inner" => "matrix",
        "mv" => "matrix and vector",
        "bmm" => "batch",
        "real" or "imag" or "view_as_real" or "conj_physical_" => "complex",
        "view_as_complex" => "pairs",
        "take" => "indices",
        "masked_select" => "mask",
        _ => "fraction",
    };

    private const BindingFlags Static = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private const BindingFlags Instance = BindingFlags.Public | BindingFlags.Instance;

    private static IEnumerable<MethodInfo> Functions(int tensors) => typeof(torch).GetMethods(Static).Where(f =>
        f.ReturnType == typeof(Tensor) && f.GetParameters() is var p && p.Length == tensors
        && p.All(q => q.ParameterType == typeof(Tensor)));

    private static MethodInfo? Member(string name, params Type[] parameters) => typeof(Tensor).GetMethod(name, Instance, parameters);

    public static TheoryData<string> Unary => [.. Functions(1).Where(f => Member(f.Name) is not null).Select(f => f.Name)];
    public static TheoryData<string> Binary => [.. Functions(2).Where(f => Member(f.Name, One) is not null).Select(f => f.Name)];

    public static TheoryData<string> InPlace => [.. typeof(Tensor).GetMethods(Instance)
        .Where(m => m.GetParameters().Length == 0 && m.Name.EndsWith('_') && m.Name != "detach_")
        .Select(m => m.Name).Where(name => Member(name[..^1]) is not null)];

    [Theory]
    [MemberData(nameof(Unary))]
    public void A_function_of_one_tensor_is_the_member(string name)
    {
        using var scope = NewDisposeScope();
        var (first, _) = Samples[Kind(name)](new Inputs());
        AssertSame(Call(Member(name)!, first.clone()), Call(Functions(1).Single(f => f.Name == name), null, first.clone()));
    }

    [Theory]
    [MemberData(nameof(Binary))]
    public void A_function_of_two_tensors_is_the_member(string name)
    {
        using var scope = NewDisposeScope();
        var (first, second) = Samples[Kind(name)](new Inputs());
        var function = Functions(2).Single(f => f.Name == name);
        AssertSame(Call(Member(name, One)!, first.clone(), second), Call(function, null, first.clone(), second));
    }

    [Theory]
    [MemberData(nameof(InPlace))]
    public void In_place_returns_the_tensor_itself_with_the_result(string name)
    {
        using var scope = NewDisposeScope();
        var (tensor, _) = Samples[Kind(name)](new Inputs());
        var expected = Call(Member(name[..^1])!, tensor.clone());
        Assert.Same(tensor, Call(Member(name)!, tensor));
        AssertSame(expected, tensor);
    }

    private static Tensor Call(MethodInfo method, object? instance, params object[] arguments) =>
        (Tensor)method.Invoke(instance, arguments)!;

    private static void AssertSame(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.dtype, actual.dtype);
        Assert.Equal(expected.shape, actual.shape);
        Assert.True(expected.allclose(actual, 0, 0, equal_nan: true));
    }
}
