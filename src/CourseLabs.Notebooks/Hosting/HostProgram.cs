using System.Collections.Concurrent;
using System.IO.Pipes;
using System.Text.Json;
using CourseLabs.Notebooks.Session;

namespace CourseLabs.Notebooks.Hosting;

/// <summary>The process that a notebook's cells run in: takes each question as a line of JSON, and answers with lines of events.</summary>
internal static class HostProgram
{
    // How long a line without its end is held back.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public static int Run(string cells, string events)
    {
        using var output = new StreamWriter(new AnonymousPipeClientStream(PipeDirection.Out, events)) { AutoFlush = true };
        var gate = new Lock();
        using var stdout = new EventWriter("stdout", Send);
        using var stderr = new EventWriter("stderr", Send);
        using var timer = new Timer(_ => Flush(), null, Pause, Pause); // for what other threads write, and dots that show progress
        Console.SetOut(stdout);
        Console.SetError(stderr);

        var session = new CSharpSession(Environment.CurrentDirectory, Report);
        foreach (CodeQuestion question in Waiting(cells).GetConsumingEnumerable())
            session.AnswerAsync(question).GetAwaiter().GetResult();
        return 0;

        // What was printed comes before what is shown after it.
        void Report(CellEvent happened)
        {
            Flush();
            Send(happened);
        }

        void Flush()
        {
            stdout.Flush();
            stderr.Flush();
        }

        void Send(CellEvent happened)
        {
            lock (gate)
                output.WriteLine(JsonSerializer.Serialize(happened, EventJson.Default.CellEvent));
        }
    }

    public static int Refuse()
    {
        Console.Error.WriteLine("This runs the cells of a notebook, for ./labs.sh notebook run X.ipynb, or for Jupyter after ./labs.sh kernel install.");
        return 2;
    }

    // Read beside the cells, so that the process ends with the one that started it, also in the middle of a cell.
    private static BlockingCollection<CodeQuestion> Waiting(string cells)
    {
        var waiting = new BlockingCollection<CodeQuestion>();
        new Thread(() =>
        {
            using var input = new StreamReader(new AnonymousPipeClientStream(PipeDirection.In, cells));
            while (input.ReadLine() is { } line)
                waiting.Add(JsonSerializer.Deserialize(line, EventJson.Default.CodeQuestion)!);
            Environment.Exit(0);
        })
        { IsBackground = true }.Start();
        return waiting;
    }
}
