namespace CourseLabs.Charts.Ticks;

/// <summary>The text at a tick: <c>2×10</c> with the exponent <c>-20</c> written as a superscript, or a plain number.</summary>
internal readonly record struct TickLabel(string Text, string Exponent = "")
{
    public override string ToString() => Exponent.Length == 0 ? Text : $"{Text}^{Exponent}";
}

/// <summary>A tick at a fraction 0..1 of its axis; without a label it is a minor one.</summary>
internal readonly record struct Tick(double Position, TickLabel? Label);
