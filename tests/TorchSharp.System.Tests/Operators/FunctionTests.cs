using System.Reflection;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Operators;

/// <summary>
/// Every function of torch that has a member of Tensor beside it answers as that member does, for arguments made up by type.
/// (where has its own order of arguments, and random functions their own tests.)
/// </summary>
public class FunctionTests
{
    private static readonly Dictionary<string, (MethodInfo Function, MethodInfo Member)> Pairs = typeof(torch)
        .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(f => f.GetParameters() is { Length: > 1 } p && p[0].ParameterType == typeof(Tensor) && p.Skip(1).All(IsKnown))
        .Select(f => (Function: f, Member: MemberFor(f)!))
        .Where(pair => pair.Member is not null && !pair.Function.Name.Contains("rand") && pair.Function.Name != "where")
        .GroupBy(pair => pair.Function.ToString()!).ToDictionary(group => group.Key, group => group.First());

    public static TheoryData<string> Names => [.. Pairs.Keys];

    private static MethodInfo? MemberFor(MethodInfo function) => typeof(Tensor).GetMethod(function.Name,
        BindingFlags.Public | BindingFlags.Instance, [.. function.GetParameters().Skip(1).Select(p => p.ParameterType)]);

    private static bool IsKnown(ParameterInfo parameter) =>
        !parameter.IsOut && !parameter.ParameterType.IsByRefLike && Argument(parameter, null) is not DBNull;

    private static object? Argument(ParameterInfo parameter, Inputs? inputs) => parameter.ParameterType switch
    {
        var t when t == typeof(Tensor) => parameter.Name switch
        {
            "index" or "indices" or "indices_or_sections" => inputs?.j,
            "mask" or "condition" => inputs?.mask,
            _ => inputs?.p,
        },
        var t when t == typeof(Scalar) => (Scalar)2,
        var t when t == typeof(long) => 1L,
        var t when t == typeof(int) => 1,
        var t when t == typeof(double) => 0.25,
        var t when t == typeof(float) => 1.5f,
        var t when t == typeof(bool) => true,
        var t when t == typeof(long[]) => new long[] { 1 },
        var t when t == typeof((long, long)) => (0L, 1L),
        var t when t == typeof((long, long, long)) => (0L, 1L, 2L),
        var t when t == typeof(RoundingMode) => RoundingMode.floor,
        var t when t == typeof(Size) => new Size([2L, 2]),
        var t when t == typeof(ScalarType?) => float32,
        var t when t == typeof(Generator) || t == typeof((long, long)?) => null,
        var t when t == typeof(long?) || t == typeof(int?) || t == typeof(double?) => null,
        _ => DBNull.Value,
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_function_answers_as_the_member_does(string signature)
    {
        using var scope = NewDisposeScope();
        var (function, member) = Pairs[signature];
        Assert.Equal(Answer(member, asMember: true), Answer(function, asMember: false));
    }

    /// <summary>Elements as text, or what went wrong: not all made-up arguments fit.</summary>
    private static string Answer(MethodInfo method, bool asMember)
    {
        var inputs = new Inputs();
        var arguments = method.GetParameters().Skip(asMember ? 0 : 1).Select(p => Argument(p, inputs)).ToList();
        try
        {
            return Text(asMember ? method.Invoke(inputs.x, [.. arguments]) : method.Invoke(null, [inputs.x, .. arguments]));
        }
        catch (TargetInvocationException e)
        {
            return e.InnerException!.Message.Split('\n')[0];
        }
    }

    private static string Text(object? value) => value switch
    {
        Tensor t => $"{t.dtype} [{string.Join(" ", t.shape)}] {string.Join(" ", t.to(float64).contiguous().data<double>().ToArray())}",
        System.Runtime.CompilerServices.ITuple tuple => string.Join("; ", Enumerable.Range(0, tuple.Length).Select(i => Text(tuple[i]))),
        IEnumerable<Tensor> tensors => string.Join("; ", tensors.Select(Text)),
        _ => value?.ToString() ?? "nothing",
    };

    [Fact]
    public void Most_functions_have_a_member_beside_them() => Assert.InRange(Pairs.Count, 200, 1000);
}
