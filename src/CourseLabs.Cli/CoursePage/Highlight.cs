using ColorCode;
using Microsoft.AspNetCore.Components;

namespace CourseLabs.Cli.CoursePage;

/// <summary>A program with its words in classes, which the page's style colors.</summary>
internal static class Highlight
{
    public static MarkupString CSharp(string program) => new(new HtmlClassFormatter().GetHtmlString(program.Trim(), Languages.CSharp));
}
