using System.Collections.Concurrent;
using System.IO.Pipes;
using System.Text.Json;
using CourseLabs.Notebooks.Session;

namespace CourseLabs.Notebooks.Hosting;

/// <summary>The process that a notebook's cells run in: takes each cell as a line of JSON, and answers with lines of events.</summary>
internal static class HostProgram
{
    public static int Run(string cells, string events)
    {
        using var output = new StreamWriter(new AnonymousPipeClientStream(PipeDirection.Out, events)) { AutoFlush = true };
        var gate = new Lock();
        using var stdout = new EventWriter("stdout", Send);
        using var stderr = new EventWriter("stderr", Send);
        Console.SetOut(stdout);
        Console.SetError(stderr);

        var session = new CSharpSession(Environment.CurrentDirectory, Report);
        foreach (string code in Waiting(cells).GetConsumingEnumerable())
            session.RunAsync(code).GetAwaiter().GetResult();
        return 0;

        // What was printed comes before what is shown after it.
        void Report(CellEvent happened)
        {
            stdout.Flush();
            stderr.Flush();
            Send(happened);
        }

        void Send(CellEvent happened)
        {
            lock (gate)
                output.WriteLine(JsonSerializer.Serialize(happened, EventJson.Default.CellEvent));
        }
    }

    public static int Refuse()
    {
        Console.Error.WriteLine("This runs the cells of a notebook for the labs command: ./labs.sh notebook run X.ipynb");
        return 2;
    }

    // Read beside the cells, so that the process ends with the one that started it, also in the middle of a cell.
    private static BlockingCollection<string> Waiting(string cells)
    {
        var waiting = new BlockingCollection<string>();
        new Thread(() =>
        {
            using var input = new StreamReader(new AnonymousPipeClientStream(PipeDirection.In, cells));
            while (input.ReadLine() is { } line)
                waiting.Add(JsonSerializer.Deserialize(line, EventJson.Default.String)!);
            Environment.Exit(0);
        })
        { IsBackground = true }.Start();
        return waiting;
    }
}
