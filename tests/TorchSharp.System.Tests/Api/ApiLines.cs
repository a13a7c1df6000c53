using System.Globalization;
using System.Reflection;

namespace TorchSharp.Tests.Api;

/// <summary>An assembly's public and protected members, a signature a line: T type, B base or interface, M method, P property, F field.</summary>
internal static class ApiLines
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static SortedSet<string> Of(Assembly assembly) =>
        new(assembly.GetTypes().Where(IsVisible).SelectMany(OfType), StringComparer.Ordinal);

    private static IEnumerable<string> OfType(Type type)
    {
        var name = Name(type);
        yield return $"T {Kind(type)} {name}";
        if (type.BaseType is { } b && b != typeof(object) && b != typeof(ValueType) && b != typeof(Enum)) yield return $"B {name} : {Name(b)}";
        foreach (var i in type.GetInterfaces().Where(IsVisible)) yield return $"B {name} : {Name(i)}";
        foreach (var member in type.GetMembers(Declared))
            if (Line(name, member) is { } line) yield return line;
    }

    private static string? Line(string type, MemberInfo member) => member switch
    {
        ConstructorInfo { IsStatic: false } c when IsShown(c) => $"M {type}..ctor({Parameters(c)})",
        MethodInfo m when IsShown(m) && (!m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal)) =>
            $"M {Static(m.IsStatic)}{type}.{m.Name}{Generics(m)}({Parameters(m)}) -> {Name(m.ReturnType)}",
        PropertyInfo p when p.GetAccessors(true).Any(IsShown) =>
            $"P {Static(p.GetAccessors(true)[0].IsStatic)}{type}.{p.Name}{Index(p)} -> {Name(p.PropertyType)} {{{Accessor(p.GetMethod, "get;")}{Accessor(p.SetMethod, "set;")}}}",
        FieldInfo f when (f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly) && f.Name != "value__" =>
            $"F {Static(f.IsStatic)}{type}.{f.Name} -> {Name(f.FieldType)}{(f.IsLiteral ? " = " + Invariant(f.GetRawConstantValue()) : "")}",
        EventInfo e when e.AddMethod is { } add && IsShown(add) => $"E {type}.{e.Name} -> {Name(e.EventHandlerType!)}",
        _ => null,
    };

    private static string Kind(Type t) => t switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        _ when typeof(Delegate).IsAssignableFrom(t) => "delegate",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static bool IsVisible(Type t) => t.IsNested
        ? (t.IsNestedPublic || t.IsNestedFamily || t.IsNestedFamORAssem) && IsVisible(t.DeclaringType!)
        : t.IsPublic || t.IsGenericParameter || t.HasElementType;

    private static bool IsShown(MethodBase m) => m.IsPublic || m.IsFamily || m.IsFamilyOrAssembly;
    private static string Static(bool isStatic) => isStatic ? "static " : "";
    private static string Accessor(MethodInfo? accessor, string text) => accessor is not null && IsShown(accessor) ? text : "";
    private static string Generics(MethodInfo m) => m.IsGenericMethodDefinition ? $"<{string.Join(",", m.GetGenericArguments().Select(a => a.Name))}>" : "";
    private static string Index(PropertyInfo p) => p.GetIndexParameters() is { Length: > 0 } i ? $"[{string.Join(", ", i.Select(Parameter))}]" : "";
    private static string Parameters(MethodBase m) => string.Join(", ", m.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo p)
    {
        var type = p.ParameterType.IsByRef ? p.ParameterType.GetElementType()! : p.ParameterType;
        var modifier = p.IsOut ? "out " : p.ParameterType.IsByRef ? p.IsIn ? "in " : "ref "
            : p.GetCustomAttributesData().Any(a => a.AttributeType == typeof(ParamArrayAttribute)) ? "params " : "";
        return $"{modifier}{Name(type)} {p.Name}{(p.HasDefaultValue ? " = " + Default(p.RawDefaultValue) : "")}";
    }

    private static string Default(object? value) => value switch { null => "null", string s => $"\"{s}\"", _ => Invariant(value) };
    private static string Invariant(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string Name(Type t)
    {
        if (t.IsArray) return $"{Name(t.GetElementType()!)}[{new string(',', t.GetArrayRank() - 1)}]";
        if (t.IsPointer) return Name(t.GetElementType()!) + "*";
        if (t.IsByRef) return "ref " + Name(t.GetElementType()!);
        if (t.IsGenericParameter) return t.Name;
        if (Nullable.GetUnderlyingType(t) is { } value) return Name(value) + "?";
        if (!t.IsGenericType) return BareName(t);
        var outer = t.DeclaringType?.GetGenericArguments().Length ?? 0;
        var own = t.GetGenericArguments().Skip(outer).Select(Name).ToArray();
        return BareName(t) + (own.Length == 0 ? "" : $"<{string.Join(",", own)}>");
    }

    private static string BareName(Type t) =>
        (t.IsNested ? BareName(t.DeclaringType!) + "." : t.Namespace is { Length: > 0 } ns ? ns + "." : "") + t.Name.Split('`')[0];
}
