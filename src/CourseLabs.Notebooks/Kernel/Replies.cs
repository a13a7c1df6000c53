using System.Text.Json.Nodes;
using CourseLabs.Notebooks.Format;
using CourseLabs.Notebooks.Kernel.Messages;
using CourseLabs.Notebooks.Session;
using Microsoft.CodeAnalysis.CSharp;

namespace CourseLabs.Notebooks.Kernel;

/// <summary>The answers to requests other than to run a cell.</summary>
internal static class Replies
{
    /// <summary>What kernel this is; the language is told as the notebooks tell it.</summary>
    private static JsonObject KernelInfo() => new()
    {
        ["status"] = "ok",
        ["protocol_version"] = Message.ProtocolVersion,
        ["implementation"] = "courselabs",
        ["implementation_version"] = typeof(Replies).Assembly.GetName().Version!.ToString(3),
        ["language_info"] = new JsonObject
        {
            ["name"] = "C#",
            ["version"] = LanguageVersion.Latest.MapSpecifiedToEffectiveVersion().ToDisplayString(),
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
        },
        ["banner"] = $"C# on .NET {Environment.Version}: CourseLabs",
        ["help_links"] = new JsonArray(),
    };

    /// <summary>The answer to what needs no session; null where the protocol has none.</summary>
    public static JsonObject? Plain(Message request) => request.Type switch
    {
        "kernel_info_request" => KernelInfo(),
        "shutdown_request" => new() { ["status"] = "ok", ["restart"] = request.Flag("restart", otherwise: false) },
        "interrupt_request" => new() { ["status"] = "ok" },
        "history_request" => new() { ["status"] = "ok", ["history"] = new JsonArray() },
        "comm_info_request" => new() { ["status"] = "ok", ["comms"] = new JsonObject() },
        _ => null,
    };

    /// <summary>The question that a request puts to the session; null if it is none.</summary>
    public static CodeQuestion? Question(Message request)
    {
        string code = request.Content["code"].AsText() ?? "";
        int position = CodePoints.ToIndex(code, request.Content["cursor_pos"].AsInt() ?? int.MaxValue);
        return request.Type switch
        {
            "complete_request" => new CompleteCode(code, position),
            "inspect_request" => new InspectCode(code, position),
            "is_complete_request" => new CheckCode(code),
            _ => null,
        };
    }

    /// <summary>The session's answer, as Jupyter wants it.</summary>
    public static JsonObject Of(CellEvent? answer, string code) => answer switch
    {
        Completions found => new()
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. found.Matches.Select(m => (JsonNode?)m)]),
            ["cursor_start"] = CodePoints.FromIndex(code, found.Start),
            ["cursor_end"] = CodePoints.FromIndex(code, found.End),
            ["metadata"] = new JsonObject(),
        },
        Inspection seen => new()
        {
            ["status"] = "ok",
            ["found"] = seen.Text is not null,
            ["data"] = seen.Text is null ? new JsonObject() : new JsonObject { ["text/plain"] = seen.Text },
            ["metadata"] = new JsonObject(),
        },
        Completeness checkedCode => new() { ["status"] = checkedCode.Status, ["indent"] = "" },
        Failed failed => Error(failed),
        _ => Error(new("NoAnswer", "The session gave no answer.", null, [])),
    };

    private static JsonObject Error(Failed failed)
    {
        JsonObject error = CellOutputs.Error(failed);
        error["status"] = "error";
        return error;
    }
}
