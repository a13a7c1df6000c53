using Microsoft.AspNetCore.Components;

namespace CourseLabs.Pages;

/// <summary>A component that shows one thing.</summary>
/// <typeparam name="TModel">What it shows.</typeparam>
public abstract class PageComponent<TModel> : ComponentBase
{
    /// <summary>What it shows.</summary>
    [Parameter]
    [EditorRequired]
    public required TModel Model { get; set; }
}
