using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CourseLabs.Pages;

/// <summary>
/// Makes a page of a Razor component: one file that needs no network and no script. Whatever a component writes is escaped, unless it is a
/// <see cref="MarkupString"/>: no page depends on somebody having thought of it.
/// </summary>
public static class Page
{
    // Hangul and mathematics stay as they are.
    private static readonly ServiceProvider Services =
        new ServiceCollection().AddSingleton<HtmlEncoder>(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();

    /// <summary>The style of all pages, for light and dark screens and for paper.</summary>
    public static string Style { get; } = Resource(typeof(Page).Assembly, "page.css");

    /// <summary>The component's HTML, lines ending in LF.</summary>
    /// <typeparam name="TComponent">The component, which starts with a <see cref="Document"/>.</typeparam>
    /// <typeparam name="TModel">What it shows.</typeparam>
    /// <param name="model">What it shows.</param>
    public static string Render<TComponent, TModel>(TModel model)
        where TComponent : PageComponent<TModel>
    {
        using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(PageComponent<>.Model)] = model });
        return renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TComponent>(parameters)).ToHtmlString())
            .GetAwaiter().GetResult().ReplaceLineEndings("\n").Trim() + "\n";
    }

    /// <summary>A text that an assembly holds: a style, a program.</summary>
    /// <exception cref="InvalidOperationException">It has none of that name.</exception>
    public static string Resource(Assembly assembly, string name)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{assembly.GetName().Name} holds no {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
