using System.Text.Json.Nodes;
using CourseLabs.Notebooks.Format;
using CourseLabs.Notebooks.Kernel.Messages;
using CourseLabs.Notebooks.Session;

namespace CourseLabs.Notebooks.Kernel;

/// <summary>Runs cells for clients, and tells all of them what comes out.</summary>
internal sealed class Execution(CellRunner cells, Channels channels)
{
    private int count;
    private Message? latest;

    /// <summary>Runs the cell that a client sent.</summary>
    /// <returns>What the client is told when it is done.</returns>
    public async Task<JsonObject> RunAsync(Message request)
    {
        string code = request.Content["code"].AsText() ?? "";
        bool silent = request.Flag("silent", otherwise: false);
        Failed? failure = null;
        if (!silent)
        {
            latest = request;
            if (request.Flag("store_history", otherwise: true))
                count++;
            channels.Publish("execute_input", new() { ["code"] = code, ["execution_count"] = count }, request);
        }

        await cells.AskAsync(new RunCode(code), Take);
        JsonObject reply = failure is null ? new() { ["status"] = "ok", ["payload"] = new JsonArray() } : Error(failure, code);
        if (failure is not null)
            reply["status"] = "error";
        reply["execution_count"] = count;
        reply["user_expressions"] = new JsonObject();
        return reply;

        void Take(CellEvent happened)
        {
            failure = happened as Failed ?? failure;
            if (!silent)
                Publish(happened, code, request);
        }
    }

    /// <summary>Tells of what happened after the cell that caused it was done.</summary>
    public void TakeLate(CellEvent happened) =>
        Publish(happened is Failed failed ? new Printed("stderr", $"{failed.Name}: {failed.Message}\n") : happened, "", latest);

    private void Publish(CellEvent happened, string code, Message? cause)
    {
        switch (happened)
        {
            case Printed printed:
                channels.Publish("stream", new() { ["name"] = printed.Stream, ["text"] = printed.Text }, cause);
                break;
            case Shown shown:
                var data = new JsonObject(shown.Data.Select(d => KeyValuePair.Create(d.Key, (JsonNode?)d.Value)));
                JsonObject content = new() { ["data"] = data, ["metadata"] = new JsonObject() };
                if (shown.IsResult)
                    content["execution_count"] = count;
                else
                    content["transient"] = new JsonObject();
                channels.Publish(shown.IsResult ? "execute_result" : "display_data", content, cause);
                break;
            case Failed failed:
                channels.Publish("error", Error(failed, code), cause);
                break;
        }
    }

    private static JsonObject Error(Failed failed, string code)
    {
        JsonObject content = CellOutputs.Error(failed);
        if (failed.LineIn(code) is { } source)
            content["traceback"]!.AsArray().Insert(1, $"line {failed.Line}: {source}");
        return content;
    }
}
