using System.ComponentModel;

namespace CourseLabs.Notebooks.Session;

/// <summary>What every cell can call without a <c>using</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CellGlobals
{
    private readonly Action<CellEvent> report;

    internal CellGlobals(Action<CellEvent> report) => this.report = report;

#pragma warning disable IDE1006 // the name that .NET Interactive gave it
    /// <summary>Shows an object below the cell.</summary>
    /// <param name="value">As HTML where its type knows how, else as text.</param>
    public void display(object? value) => report(new Shown(MimeBundle.Of(value), IsResult: false));
#pragma warning restore IDE1006
}
