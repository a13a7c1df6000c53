using System.Collections;
using System.Reflection;

namespace CourseLabs.Notebooks.Session;

/// <summary>An object as a notebook's front end can show it: in one or more MIME types.</summary>
internal static class MimeBundle
{
    private const string PlainText = "text/plain";

    /// <summary>By the formatters that the type names in .NET Interactive's way (an attribute of the simple name), and as text.</summary>
    public static Dictionary<string, string> Of(object? value)
    {
        var data = new Dictionary<string, string> { [PlainText] = Session.PlainText.Of(value) };
        foreach (object attribute in value?.GetType().GetCustomAttributes(inherit: true) ?? [])
        {
            if (attribute.GetType().Name != "TypeFormatterSourceAttribute" || Get(attribute, "FormatterSourceType") is not Type type)
                continue;
            object source = Activator.CreateInstance(type)!;
            foreach (object formatter in (IEnumerable)Call(source, "CreateTypeFormatters")!)
            {
                using var writer = new StringWriter();
                if (Call(formatter, "Format", value, writer) is true)
                    data[(string)Get(formatter, "MimeType")!] = writer.ToString();
            }
        }

        return data;
    }

    private static object? Get(object target, string property) => target.GetType().GetProperty(property)?.GetValue(target);

    private static object? Call(object target, string method, params object?[] arguments) =>
        target.GetType().GetMethod(method)!.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, null);
}
