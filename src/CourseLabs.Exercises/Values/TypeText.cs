using System.Runtime.CompilerServices;

namespace CourseLabs.Exercises.Values;

/// <summary>Types as C# writes them: how the parent and the student's process agree on a method's signature.</summary>
public static class TypeText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool", [typeof(int)] = "int", [typeof(long)] = "long", [typeof(float)] = "float", [typeof(double)] = "double",
        [typeof(string)] = "string", [typeof(void)] = "void", [typeof(object)] = "object",
    };

    /// <summary><c>double[]</c>, <c>(Matrix, Matrix)</c>, <c>Func&lt;double, double&gt;</c>.</summary>
    public static string Of(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsArray)
            return Of(type.GetElementType()!) + "[]";
        if (typeof(ITuple).IsAssignableFrom(type))
            return $"({string.Join(", ", Items(type).Select(Of))})";
        if (typeof(Model).IsAssignableFrom(type))
            return "Module<Tensor, Tensor>";
        return type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>"
            : type.Name;
    }

    /// <summary>The parameters of a member that takes this input; a model's own input is none of them.</summary>
    internal static IReadOnlyList<string> Parameters(Type input, Type output)
    {
        string[] all = [.. (typeof(ITuple).IsAssignableFrom(input) ? Items(input) : [input]).Select(Of)];
        return output == typeof(Model) ? all[..^1] : all;
    }

    // A ValueTuple's eighth argument is a tuple of the rest.
    private static IEnumerable<Type> Items(Type tuple) =>
        tuple.GetGenericArguments().SelectMany((t, i) => i == 7 ? Items(t) : [t]);
}
