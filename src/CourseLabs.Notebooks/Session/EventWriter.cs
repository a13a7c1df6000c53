using System.Text;

namespace CourseLabs.Notebooks.Session;

/// <summary>Stands in for the console: what a cell writes becomes <see cref="Printed"/>, line by line.</summary>
internal sealed class EventWriter(string stream, Action<CellEvent> report) : TextWriter
{
    private const int Longest = 4096;

    private readonly StringBuilder line = new();
    private readonly Lock gate = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (gate)
            Append([value]);
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        lock (gate)
            Append(buffer);
    }

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void WriteLine(string? value) => Write($"{value}\n");

    public override void WriteLine() => Write('\n');

    /// <summary>Reports what was written since the last full line.</summary>
    public override void Flush()
    {
        lock (gate)
            Send();
    }

    private void Append(ReadOnlySpan<char> text)
    {
        line.Append(text);
        if (text.EndsWith("\n") || line.Length > Longest)
            Send();
    }

    private void Send()
    {
        if (line.Length == 0)
            return;
        string text = line.ToString();
        line.Clear();
        report(new Printed(stream, text));
    }
}
