using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using CourseLabs.Exercises.Source;
using CourseLabs.Exercises.Values;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CourseLabs.Exercises.Hosting;

/// <summary>Finds a student's method by its name, calls it, and says what came of it.</summary>
internal static class MemberCall
{
    private const int LongestMessage = 600;

    /// <summary>
    /// The static method of that name, in whatever class; of several the one whose signature is the one asked for. Null when there is none.
    /// </summary>
    public static MethodInfo? Find(Assembly assembly, CallRequest request)
    {
        MethodInfo[] found = [.. assembly.GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(m => m.Name == request.Member)];
        return found.FirstOrDefault(m => Fits(m, request)) ?? found.FirstOrDefault();
    }

    public static CallOutcome Run(MethodInfo method, object? target, CallRequest request)
    {
        if (!Fits(method, request))
            return new(CallEnd.WrongSignature) { Text = Signature(method) };

        using var scope = NewDisposeScope();
        // A no_grad() that another member has left open would leave this one without gradients.
        using var gradients = enable_grad();
        var parameters = method.GetParameters();
        Type[] types = [.. parameters.Select(p => p.ParameterType)];
        var isModel = IsModel(method.ReturnType);
        var arguments = ValueReader.Arguments(request.Arguments, isModel ? [.. types, typeof(Tensor)] : types);
        var given = arguments[..types.Length];
        var before = given.Select(ValueWriter.Write).ToArray();
        var console = Console.Out;
        using var printed = new CappedWriter();
        Console.SetOut(printed);
        object? value;
        try
        {
            manual_seed(request.TorchSeed);
            value = method.Invoke(target, given);
            if (isModel && value is Module<Tensor, Tensor> module)
                value = Model.Of(module, (Tensor)arguments[^1]!);
        }
        catch (Exception e)
        {
            return Threw(Innermost(e)) with { Printed = printed.ToString() };
        }
        finally
        {
            Console.SetOut(console);
        }

        var changed = 0;
        while (changed < given.Length && ValueWriter.Write(given[changed]).AsSpan().SequenceEqual(before[changed]))
            changed++;
        if (changed < given.Length)
            return new(CallEnd.InputChanged) { Text = parameters[changed].Name ?? $"{changed}", Printed = printed.ToString() };
        return new(CallEnd.Returned) { Value = ValueWriter.Write(value), Names = Names(method, isModel), Printed = printed.ToString() };
    }

    /// <summary><c>double OutputDelta(Matrix a, Matrix t)</c>.</summary>
    public static string Signature(MethodInfo method)
    {
        var parameters = method.GetParameters().Select(p => $"{TypeText.Of(p.ParameterType)} {p.Name}");
        return $"{TypeText.Of(method.ReturnType)} {method.Name}({string.Join(", ", parameters)})";
    }

    private static bool Fits(MethodInfo method, CallRequest request) =>
        method.GetParameters().Select(p => TypeText.Of(p.ParameterType)).SequenceEqual(request.ParameterTypes)
        && (IsModel(method.ReturnType) ? TypeText.Of(typeof(Model)) : TypeText.Of(method.ReturnType)) == request.ResultType;

    private static bool IsModel(Type type) => typeof(Module<Tensor, Tensor>).IsAssignableFrom(type);

    private static IReadOnlyList<string> Names(MethodInfo method, bool isModel) =>
        isModel ? ["output", "shapes of the parameters"]
        : [.. method.ReturnParameter.GetCustomAttribute<TupleElementNamesAttribute>()?.TransformNames.Select(n => n ?? "") ?? []];

    private static Exception Innermost(Exception exception) =>
        exception is TargetInvocationException or TypeInitializationException or AggregateException && exception.InnerException is { } inner
            ? Innermost(inner)
            : exception;

    private static CallOutcome Threw(Exception exception)
    {
        // libtorch adds a C++ backtrace, which tells a student nothing.
        var message = exception.Message.Split('\n', 2)[0].TrimEnd();
        if (message.Length > LongestMessage)
            message = message[..LongestMessage] + "…";
        var line = new StackTrace(exception, fNeedFileInfo: true).GetFrames()
            .FirstOrDefault(f => f.GetFileName()?.EndsWith(StudentCompiler.FileName, StringComparison.Ordinal) == true)?.GetFileLineNumber();
        return new(CallEnd.Threw) { Text = $"{exception.GetType().Name}: {message}", Line = line ?? 0 };
    }

    // Keeps the first of what is printed: a loop that prints without end fills no memory.
    private sealed class CappedWriter : StringWriter
    {
        private const int Longest = 2000;

        public override void Write(char value)
        {
            if (GetStringBuilder().Length < Longest)
                base.Write(value);
        }

        public override void Write(string? value)
        {
            if (value is not null && GetStringBuilder().Length < Longest)
                base.Write(value[..Math.Min(value.Length, Longest)]);
        }

        public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

        public override void WriteLine(string? value) => Write(value + "\n");
    }
}
