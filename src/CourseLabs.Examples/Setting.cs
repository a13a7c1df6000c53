using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace CourseLabs.Examples;

/// <summary>An option of one example, <c>--epochs 5000</c>, read from a parameter of its settings record.</summary>
public sealed class Setting
{
    private readonly OptionAttribute option;
    private readonly Type type;
    private readonly object standard;

    private Setting(ParameterInfo parameter)
    {
        option = parameter.GetCustomAttribute<OptionAttribute>()
            ?? throw new InvalidOperationException($"The setting {parameter.Name} of {parameter.Member.DeclaringType} has no [Option].");
        type = parameter.ParameterType;
        standard = type.IsEnum ? Enum.ToObject(type, parameter.DefaultValue!) : parameter.DefaultValue!;
        Name = option.Name ?? Kebab(parameter.Name!);
    }

    /// <summary>The name without its dashes, such as <c>epochs</c>.</summary>
    public string Name { get; }

    /// <summary>What it sets, in one line.</summary>
    public string Help => option.Help;

    /// <summary>Whether it is a switch that needs no value.</summary>
    public bool IsFlag => type == typeof(bool);

    /// <summary>The default as the user would type it.</summary>
    public string DefaultText => type.IsEnum ? Kebab($"{standard}") : Text(standard);

    /// <summary>What the option takes, in words: "a whole number from 1 to 10".</summary>
    public string Takes =>
        type == typeof(int) || type == typeof(long) ? "a whole number" + Range
        : type == typeof(double) ? "a number" + Range
        : type.IsEnum ? string.Join(" or ", Choices)
        : IsFlag ? "nothing after it"
        : option.Takes;

    /// <summary>The settings of a record, in its order.</summary>
    public static IReadOnlyList<Setting> AllOf(Type record) =>
        [.. record.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters().Select(p => new Setting(p))];

    /// <summary>The value in a run: what the user typed, or the default (the quick one in a quick run).</summary>
    /// <exception cref="UserErrorException">The text is no value of the option.</exception>
    public object ValueIn(ExampleRun run) =>
        run.Options.TryGetValue(Name, out var text) ? Parse(text)
        : run.Quick && !double.IsNaN(option.Quick) ? Convert.ChangeType(option.Quick, type, CultureInfo.InvariantCulture)
        : standard;

    private string[] Choices => [.. Enum.GetNames(type).Select(Kebab)];

    private string Range => (double.IsFinite(option.Min), double.IsFinite(option.Max)) switch
    {
        (false, false) => "",
        (true, false) => $" of at least {Text(option.Min)}",
        (false, true) => $" of at most {Text(option.Max)}",
        _ => $" from {Text(option.Min)} to {Text(option.Max)}",
    };

    private object Parse(string text) =>
        type == typeof(int) && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var i) && IsIn(i) ? i
        : type == typeof(long) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var l) && IsIn(l) ? l
        : type == typeof(double) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var d) && IsIn(d) ? d
        : IsFlag && bool.TryParse(text, out var flag) ? flag
        : type.IsEnum && Array.IndexOf(Choices, text) is >= 0 and int at ? Enum.Parse(type, Enum.GetNames(type)[at])
        : type == typeof(string) && Regex.IsMatch(text, $@"\A(?:{option.Pattern})\z") ? text
        : throw new UserErrorException($"--{Name} takes {Takes}, not \"{text}\".");

    private bool IsIn(double number) => double.IsFinite(number) && number >= option.Min && number <= option.Max;

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => (i > 0 && char.IsUpper(c) ? "-" : "") + char.ToLowerInvariant(c)));
}
