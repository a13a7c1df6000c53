using System.Net;
using CourseLabs.Notebooks.Kernel.Messages;
using Xunit;

namespace CourseLabs.Notebooks.Tests.Kernel.Messages;

public sealed class ConnectionFileTests : IDisposable
{
    private const string Whole = """
        {"transport":"tcp","ip":"127.0.0.1","shell_port":1,"control_port":2,"stdin_port":3,"iopub_port":4,"hb_port":5,"key":"k","signature_scheme":"hmac-sha256"}
        """;

    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("localhost", "127.0.0.1")]
    [InlineData("::1", "::1")]
    public void It_says_where_to_listen(string ip, string address) =>
        Assert.Equal(new IPEndPoint(IPAddress.Parse(address), 4), Read(Whole.Replace("127.0.0.1", ip, StringComparison.Ordinal))["iopub"]);

    [Theory]
    [InlineData("127.0.0.1", "0.0.0.0", "on this machine alone")]
    [InlineData("127.0.0.1", "*", "on this machine alone")]
    [InlineData("127.0.0.1", "192.168.1.2", "on this machine alone")]
    [InlineData("\"tcp\"", "\"ipc\"", "over tcp, not ipc")]
    [InlineData("hmac-sha256", "hmac-md5", "hmac-sha256, not with hmac-md5")]
    [InlineData("\"k\"", "\"\"", "no key")]
    [InlineData("stdin_port", "another", "no stdin_port")]
    [InlineData(":5,", ":70000,", "no hb_port")]
    [InlineData("{", "[", "no connection file")]
    public void What_the_kernel_refuses_is_told_in_a_sentence(string what, string by, string says) =>
        Assert.Contains(says, Assert.Throws<NotebookException>(() => Read(Whole.Replace(what, by, StringComparison.Ordinal))).Message, StringComparison.Ordinal);

    private ConnectionFile Read(string text)
    {
        File.WriteAllText(path, text);
        return ConnectionFile.Read(path);
    }
}
