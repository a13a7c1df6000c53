using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using static TorchSharp.torch;

namespace CourseLabs.Cli.Health;

/// <summary>What only a process that loads TorchSharp can see: its version, libtorch and its file, threads, CUDA.</summary>
internal static class TorchCheckup
{
    // What TorchSharp 0.107.0 on Linux is built with: see eng/OlderLinux.targets.
    private const string NewVersion = "GLIBCXX_3.4.32";

    /// <summary>TorchSharp's, of the assembly that is loaded.</summary>
    public static string TorchSharpVersion =>
        typeof(Tensor).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static IEnumerable<Finding> All()
    {
        var torch = TorchSharp(Compute);
        yield return torch;
        if (OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libstdc++.so.6", out _) && Loaded("stdc++") is { } file)
            yield return CppLibrary(file, Encoding.Latin1.GetString(File.ReadAllBytes(file)));
        if (!torch.IsWell)
            yield break;
        yield return new("libtorch", $"{__version__}, {Loaded("torch_cpu") ?? "its file is not told"}");
        yield return Threads(get_num_threads(), Environment.ProcessorCount, Environment.GetEnvironmentVariable("OMP_NUM_THREADS"));
        yield return Cuda(cuda.is_available() ? cuda.device_count() : 0, isMadeForCuda: Loaded("torch_cuda") is not null);
    }

    /// <summary>Whether TorchSharp loads and a gradient comes out right.</summary>
    /// <param name="compute">Gives the product's sum and the gradient's sum.</param>
    internal static Finding TorchSharp(Func<(float Sum, float Gradient)> compute)
    {
        var cure = RuntimeInformation.RuntimeIdentifier is "linux-x64" or "win-x64" or "osx-arm64"
            ? Finding.BuildAnew
            : $"TorchSharp is made for Linux and Windows on x64 and macOS on arm64, and this is {RuntimeInformation.RuntimeIdentifier}";
        var version = TorchSharpVersion;
        try
        {
            (var sum, var gradient) = compute();
            return (sum, gradient) == (64 * 64 * 64, 2 * 64 * 64 * 64)
                ? new("TorchSharp", version)
                : new("TorchSharp", $"{version} computes wrongly: ones(64, 64).mm(itself).sum() gave {sum}, its gradient {gradient}", cure);
        }
        catch (Exception exception)
        {
            return new("TorchSharp", $"{version} does not load: {Failure.Sentence(exception)}", cure);
        }
    }

    // The sum over x x has the gradient 64 + 64 everywhere.
    private static (float Sum, float Gradient) Compute()
    {
        using var x = ones(64, 64, requires_grad: true);
        using var product = x.mm(x);
        using var total = product.sum();
        total.backward();
        using var slope = x.grad!.sum();
        return (total.item<float>(), slope.item<float>());
    }

    internal static Finding CppLibrary(string file, string content) => new(
        "libstdc++",
        content.Contains(NewVersion + "\0", StringComparison.Ordinal)
            ? $"has {NewVersion}, {file}"
            : $"lacks {NewVersion}, which TorchSharp names but does not use: the build marked it as weak; {file}");

    internal static Finding Threads(int threads, int processors, string? openMp)
    {
        var found = $"torch's default is {threads} for {processors} processors{(openMp is null ? "" : $" (OMP_NUM_THREADS={openMp})")}; "
            + "examples run on one, unless they say otherwise";
        const string cure = "unset OMP_NUM_THREADS, or set it to the number of processors: more threads are slower";
        return new("threads", found, threads > processors ? cure : null);
    }

    /// <summary>No CUDA is well, as the labs run on the CPU, unless this libtorch was made for it.</summary>
    internal static Finding Cuda(int devices, bool isMadeForCuda) => (devices, isMadeForCuda) switch
    {
        ( > 0, _) => new("CUDA", $"{devices} device{(devices == 1 ? "" : "s")}: --device cuda"),
        (_, true) => new(
            "CUDA", "this libtorch is made for CUDA, and finds no device",
            "see that nvidia-smi lists the device; its driver may be too old for this libtorch"),
        _ => new("CUDA", "none; the labs run on the CPU"),
    };

    /// <summary>The loaded file libNAME.so.6, NAME.dll or libNAME.dylib.</summary>
    private static string? Loaded(string name)
    {
        using var process = Process.GetCurrentProcess();
        return process.Modules.Cast<ProcessModule>().Select(m => m.FileName)
            .FirstOrDefault(f => Path.GetFileName(f).Split('.')[0] is var stem && (stem == name || stem == "lib" + name));
    }
}
