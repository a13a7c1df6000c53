using System.Text.Json.Nodes;
using System.Threading.Channels;
using CourseLabs.Notebooks.Format;
using CourseLabs.Notebooks.Kernel.Messages;
using CourseLabs.Notebooks.Session;

namespace CourseLabs.Notebooks.Kernel;

/// <summary>A Jupyter kernel over the session that <c>labs notebook run</c> uses: takes requests from its channels, and answers them.</summary>
internal sealed class JupyterKernel : IDisposable
{
    private readonly Channel<Request> waiting = Channel.CreateUnbounded<Request>();
    private readonly Dictionary<string, long> abandoned = []; // by client: the last request that an error has made void
    private readonly CellRunner cells;
    private readonly Channels channels;
    private readonly Execution execution;
    private long latest;

    /// <summary>Begins to listen.</summary>
    /// <param name="file">Where.</param>
    /// <param name="folder">The notebook's folder, from which <c>#r</c> looks.</param>
    /// <exception cref="System.Net.Sockets.SocketException">A port is taken.</exception>
    public JupyterKernel(ConnectionFile file, string folder)
    {
        channels = new(file, TakeShell, TakeControl);
        cells = new(folder);
        execution = new(cells, channels);
    }

    /// <summary>Answers what clients ask until one asks to shut down.</summary>
    public async Task RunAsync()
    {
        while (true)
        {
            using var asked = new CancellationTokenSource();
            Task listening = cells.ListenAsync(execution.TakeLate, asked.Token);
            bool goesOn = await waiting.Reader.WaitToReadAsync();
            await asked.CancelAsync();
            await listening;
            while (!cells.IsStopped && waiting.Reader.TryRead(out Request? request))
                await AnswerAsync(request);
            if (!goesOn || cells.IsStopped)
                return;
        }
    }

    /// <summary>Stops the cell that runs.</summary>
    public void Interrupt() => cells.Interrupt();

    /// <summary>Ends everything, also a cell that runs.</summary>
    public void Stop()
    {
        waiting.Writer.TryComplete();
        cells.Stop();
    }

    /// <summary>Ends the session and the connections.</summary>
    public void Dispose()
    {
        cells.Dispose();
        channels.Dispose();
    }

    private void TakeShell(Request request)
    {
        Interlocked.Exchange(ref latest, request.Number);
        waiting.Writer.TryWrite(request);
    }

    // Answered at once, beside a cell that runs.
    private void TakeControl(Request request)
    {
        if (request.Message.Type is "interrupt_request")
            Interrupt();
        Answer(request);
    }

    private void Answer(Request request)
    {
        channels.Status("busy", request);
        if (Replies.Plain(request.Message) is { } reply)
            channels.Reply(request, reply);
        channels.Status("idle", request);
        if (request.Message.Type is "shutdown_request")
            Stop();
    }

    private async Task AnswerAsync(Request request)
    {
        bool isCell = request.Message.Type is "execute_request";
        CodeQuestion? question = Replies.Question(request.Message);
        if (!isCell && question is null)
        {
            Answer(request);
            return;
        }

        channels.Status("busy", request);
        JsonObject reply = isCell ? await ExecuteAsync(request) : await AskAsync(question!);
        channels.Reply(request, reply);
        channels.Status("idle", request);
    }

    private async Task<JsonObject> ExecuteAsync(Request request)
    {
        Message message = request.Message;
        if (abandoned.TryGetValue(message.Session, out long last) && request.Number <= last)
            return new() { ["status"] = "aborted" };
        JsonObject reply = await execution.RunAsync(message);
        if (reply["status"].AsText() is "error" && message.Flag("stop_on_error", otherwise: true))
            abandoned[message.Session] = Interlocked.Read(ref latest);
        return reply;
    }

    private async Task<JsonObject> AskAsync(CodeQuestion question)
    {
        CellEvent? answer = null;
        await cells.AskAsync(question, happened =>
        {
            if (happened is Printed or Shown)
                execution.TakeLate(happened);
            else if (happened is not Finished)
                answer = happened;
        });
        return Replies.Of(answer, question.Code);
    }
}
