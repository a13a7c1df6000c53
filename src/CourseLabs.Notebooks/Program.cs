using System.Reactive.Linq;
using CourseLabs.Notebooks;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Connection;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

// The process that a notebook's cells run in: .NET Interactive's C# kernel. A line of standard input is a command, a marked line of
// standard output an event, both in .NET Interactive's own JSON; a mark alone ends the events of a command.
var commands = new StreamReader(Console.OpenStandardInput(), CellProcess.Utf8);
var events = Writer(Console.OpenStandardOutput());
Console.SetError(Writer(Console.OpenStandardError()));
Console.SetIn(TextReader.Null); // a cell that reads the console gets its end
Console.SetOut(Console.Error); // for what a thread prints after its cell has ended
using var kernel = new CSharpKernel().UseKernelHelpers(); // display(x)
using var subscription = kernel.KernelEvents.Where(e => e is not ReturnValueProduced { Value: DisplayedValue })
    .Subscribe(e => events.WriteLine(CellProcess.Mark + KernelEventEnvelope.Serialize(e)));

// Read beside the cells, so that the process ends with the one that started it, also in the middle of a cell.
while (commands.ReadLine() is { } line)
    _ = Task.Run(() => AnswerAsync(KernelCommandEnvelope.Deserialize(line).Command));
Environment.Exit(0); // without waiting for the threads that cells have started

async Task AnswerAsync(KernelCommand command)
{
    await kernel.SendAsync(command);
    events.WriteLine(CellProcess.Mark);
}

static TextWriter Writer(Stream stream) => TextWriter.Synchronized(new StreamWriter(stream, CellProcess.Utf8) { AutoFlush = true });
