using System.Diagnostics;
using System.Text;
using CourseLabs.Exercises.Source;

namespace CourseLabs.Exercises.Hosting;

/// <summary>
/// A student's members in a process of their own. An endless loop, a stack that overflows, a call that ends the process: each costs the
/// call that did it; the next call finds a new process.
/// </summary>
public sealed class ChildCode : IStudentCode
{
    private readonly HashSet<string> called = []; // since the process started
    private readonly SourceFile file;
    private readonly HostCommand command;
    private StudentBuild? build;
    private Child? child;

    /// <summary>Starts the process, which compiles the file meanwhile.</summary>
    /// <param name="file">The student's file.</param>
    /// <param name="command">How the process is started; as <see cref="HostCommand.Standard"/> when null.</param>
    public ChildCode(SourceFile file, HostCommand? command = null)
    {
        this.file = file;
        this.command = command ?? HostCommand.Standard;
        child = Started();
        child.Send(writer =>
        {
            writer.Write((byte)HostRequest.Compile);
            writer.Write(file.Name);
            writer.Write(file.Text);
        });
    }

    /// <summary>How long the compiler may take.</summary>
    public TimeSpan CompileLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many processes were started.</summary>
    public int Processes { get; private set; }

    /// <summary>Whether the compiler's process was killed or has died.</summary>
    public bool CompilerEnded { get; private set; }

    /// <inheritdoc/>
    public StudentBuild Build => build ??= Compiled();

    /// <inheritdoc/>
    public bool IsFreshFor(string member) => called.All(m => m == member);

    /// <inheritdoc/>
    public void Renew()
    {
        child?.Dispose();
        child = null;
    }

    /// <inheritdoc/>
    public CallOutcome Invoke(CallRequest request, TimeSpan limit)
    {
        ArgumentNullException.ThrowIfNull(request);
        var compiled = Build;
        if (compiled.Assembly.Length == 0)
            return new(CallEnd.Missing);
        if (child is null)
        {
            child = Started();
            child.Send(writer =>
            {
                writer.Write((byte)HostRequest.Load);
                Frames.WriteBytes(writer, compiled.Assembly);
                Frames.WriteBytes(writer, compiled.Symbols);
            });
            child.Receive(reader => reader.ReadBoolean() ? reader : null, CompileLimit, out _);
        }

        called.Add(request.Member);
        var number = Random.Shared.NextInt64();
        child.Send(writer =>
        {
            writer.Write((byte)HostRequest.Call);
            writer.Write(number);
            request.Write(writer);
        });
        // An answer has its request's number: what a student's code wrote into the pipe itself is no answer to the next call.
        var outcome = child.Receive(reader => reader.ReadInt64() == number ? CallOutcome.Read(reader) : null, limit, out var late);
        if (outcome is not null)
            return outcome;
        var ended = late ? new CallOutcome(CallEnd.TooSlow) : new(CallEnd.EndedProcess) { Text = child.WhyItEnded() };
        Renew();
        return ended;
    }

    /// <inheritdoc/>
    public void Dispose() => child?.Dispose();

    private Child Started()
    {
        Processes++;
        called.Clear();
        return new(command);
    }

    private StudentBuild Compiled()
    {
        if (child!.Receive(StudentBuild.Read, CompileLimit, out var late) is { } compiled)
            return compiled;
        CompilerEnded = true;
        var why = late
            ? $"the compiler did not end within {CompileLimit.TotalSeconds} s"
            : $"the compiler's process has ended: {child.WhyItEnded()}";
        child.Dispose();
        child = null;
        return new([], [], [new(null, file.Name, 1, 1, "CL0001", why)], []);
    }

    private sealed class Child : IDisposable
    {
        private const int MostErrors = 20_000; // characters; a stack that overflows writes thousands of lines

        private readonly Process process;
        private readonly StringBuilder errors = new();
        private readonly Task reading;

        public Child(HostCommand command)
        {
            var start = new ProcessStartInfo(command.File, command.Arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardErrorEncoding = Encoding.UTF8,
            };
            // One call's tensors are small: threads would only wait for each other. No file of what was in memory when it crashes.
            start.Environment["OMP_NUM_THREADS"] = "1";
            start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
            start.Environment["DOTNET_TieredPGO"] = "0";
            process = command.Start(start);
            reading = Task.Run(ReadErrors);
        }

        public void Send(Action<BinaryWriter> write)
        {
            try
            {
                Frames.Send(process.StandardInput.BaseStream, write);
            }
            catch (IOException) // it is gone already: the answer that does not come says so
            {
            }
        }

        /// <summary>The answer; null when none came, whether for want of time or since the process is gone.</summary>
        public T? Receive<T>(Func<BinaryReader, T?> read, TimeSpan limit, out bool late)
            where T : class
        {
            var answer = Task.Run(() =>
            {
                try
                {
                    return Frames.Receive(process.StandardOutput.BaseStream) is { } frame ? read(frame) : null;
                }
                catch (Exception e) when (e is IOException or InvalidDataException or ArgumentException or FormatException)
                {
                    return null; // no frame of ours: the student's code has written into the pipe
                }
            });
            late = !answer.Wait(limit);
            if (late)
                Kill();
            return late ? null : answer.Result;
        }

        /// <summary>In libtorch's words, or .NET's, or by the exit code.</summary>
        public string WhyItEnded()
        {
            if (!process.WaitForExit(1000))
                return "it wrote into the pipe of the check";
            reading.Wait(1000);
            string written;
            lock (errors)
                written = errors.ToString();
            if (written.IndexOf("what():", StringComparison.Ordinal) is >= 0 and var at)
                return "libtorch: " + written[(at + "what():".Length)..].TrimStart().Split('\n', 2)[0].Trim();
            if (written.Contains("Stack overflow", StringComparison.Ordinal))
                return "the stack overflowed: does a method call itself without end?";
            if (written.Contains("Out of memory", StringComparison.OrdinalIgnoreCase))
                return "out of memory";
            var first = written.Split('\n').FirstOrDefault(line => line.Trim().Length > 0)?.Trim();
            return first is null ? $"exit code {process.ExitCode}" : $"exit code {process.ExitCode}: {first[..Math.Min(first.Length, 300)]}";
        }

        public void Dispose()
        {
            Kill();
            process.Dispose();
        }

        private void Kill()
        {
            try
            {
                process.Kill(entireProcessTree: true);
            }
            catch (InvalidOperationException) // it has ended
            {
            }
        }

        private void ReadErrors()
        {
            var buffer = new char[4096];
            while (process.StandardError.Read(buffer) is > 0 and var count)
            {
                lock (errors)
                    errors.Append(buffer, 0, Math.Min(count, Math.Max(0, MostErrors - errors.Length)));
            }
        }
    }
}
