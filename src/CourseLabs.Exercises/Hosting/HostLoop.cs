using System.Collections.Concurrent;
using System.Reflection;
using CourseLabs.Exercises.Source;
using TorchSharp;

namespace CourseLabs.Exercises.Hosting;

/// <summary>What the parent asks of the student's process.</summary>
internal enum HostRequest : byte
{
    Compile,
    Load,
    Call,
}

/// <summary>
/// The student's process: compiles the file that the parent sends, then calls the members that it names. It knows no right answer: it
/// only sends values back.
/// </summary>
public static class HostLoop
{
    /// <summary>Answers requests until the parent closes the pipe. Standard output is the pipe back; what the student prints is caught.</summary>
    public static void Run()
    {
        var requests = new BlockingCollection<BinaryReader>();
        using var answers = Console.OpenStandardOutput();
        using var incoming = Console.OpenStandardInput();
        Console.SetIn(TextReader.Null); // a task that reads the console gets its end
        Console.SetOut(Console.Error);

        // Read beside the calls, so that the process ends with its parent, also in the middle of a call.
        new Thread(() =>
        {
            while (Frames.Receive(incoming) is { } request)
                requests.Add(request);
            Environment.Exit(0);
        }) { IsBackground = true }.Start();
        var loading = new Thread(() => torch.zeros(1).Dispose()) { IsBackground = true }; // libtorch, while the compiler works
        loading.Start();

        Assembly? assembly = null;
        foreach (var request in requests.GetConsumingEnumerable())
        {
            switch ((HostRequest)request.ReadByte())
            {
                case HostRequest.Compile:
                    var build = StudentCompiler.Compile(new(request.ReadString(), request.ReadString()));
                    if (build.Assembly.Length > 0)
                        assembly = Assembly.Load(build.Assembly, build.Symbols);
                    loading.Join(); // on a busy machine it takes seconds, which no call should pay
                    Frames.Send(answers, build.Write);
                    break;
                case HostRequest.Load:
                    assembly = Assembly.Load(Frames.ReadBytes(request), Frames.ReadBytes(request));
                    loading.Join();
                    Frames.Send(answers, writer => writer.Write(true));
                    break;
                default:
                    var number = request.ReadInt64();
                    var outcome = Call(assembly!, CallRequest.Read(request));
                    Frames.Send(answers, writer =>
                    {
                        writer.Write(number);
                        outcome.Write(writer);
                    });
                    break;
            }
        }
    }

    private static CallOutcome Call(Assembly assembly, CallRequest request) =>
        MemberCall.Find(assembly, request) is { } method ? MemberCall.Run(method, null, request) : new(CallEnd.Missing);
}
