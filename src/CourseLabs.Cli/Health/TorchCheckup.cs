using System.Diagnostics;
using static TorchSharp.torch;

namespace CourseLabs.Cli.Health;

/// <summary>What only a process that has loaded libtorch can see: its version and file, the BLAS, threads, CUDA.</summary>
internal static class TorchCheckup
{
    public static IEnumerable<Finding> All()
    {
        Finding torch = Torch();
        yield return torch;
        if (!torch.IsWell)
            yield break;
        string[] loaded = LoadedFiles();
        yield return Blas(loaded);
        yield return Threads(get_num_threads(), Environment.ProcessorCount, Environment.GetEnvironmentVariable("OMP_NUM_THREADS"));
        yield return Cuda(cuda.is_available() ? cuda.device_count() : 0, loaded);
    }

    /// <summary>A product and a gradient have to come out right: the libraries load, operators are found, autograd works.</summary>
    private static Finding Torch()
    {
        const string Cure = "./labs.sh setup (labs.ps1 on Windows) chooses the TorchSharp for this machine and tries it";
        try
        {
            using var x = ones(64, 64, requires_grad: true);
            using var product = x.mm(x);
            using var total = product.sum();
            total.backward();
            using var slope = x.grad!.sum();
            float sum = total.item<float>(), gradient = slope.item<float>();
            string library = LoadedFiles().FirstOrDefault(f => IsLibrary(f, "torch_cpu")) ?? "its file is not told";
            return sum == 64 * 64 * 64 && gradient == 2 * sum // the sum over x x has the gradient 64 + 64 everywhere
                ? new("torch", $"{__version__}, {library}")
                : new(
                    "torch",
                    $"{__version__} multiplies wrongly: ones(64, 64).mm(itself).sum() gave {sum}, its gradients {gradient} together",
                    Cure);
        }
        catch (Exception exception)
        {
            return new("torch", Failure.Sentence(exception), Cure);
        }
    }

    /// <summary>The BLAS that torch calls, as far as it is a file of its own; NuGet's libtorch has one built in.</summary>
    internal static Finding Blas(IEnumerable<string> loaded)
    {
        string? file = loaded
            .Where(f => IsLibrary(f, "blas") || IsLibrary(f, "openblas") || IsLibrary(f, "mkl_rt") || IsLibrary(f, "mkl_core"))
            .OrderBy(f => IsLibrary(f, "blas") ? 0 : 1)
            .FirstOrDefault();
        bool isReference = file is not null && Path.GetFileName(Path.GetDirectoryName(file)) == "blas";
        return (file, isReference) switch
        {
            (null, _) => new("BLAS in use", "the one inside libtorch"),
            (_, true) => new("BLAS in use", $"{file}, the slow reference BLAS", "sudo apt-get install libopenblas0-pthread"),
            _ => new("BLAS in use", file),
        };
    }

    internal static Finding Threads(int threads, int processors, string? openMp)
    {
        string found = $"torch's default is {threads} for {processors} processors{(openMp is null ? "" : $" (OMP_NUM_THREADS={openMp})")}; "
            + "examples run on one, unless they say otherwise";
        const string cure = "unset OMP_NUM_THREADS, or set it to the number of processors: more threads are slower";
        return new("threads", found, threads > processors ? cure : null);
    }

    /// <summary>No CUDA is well, as the labs run on the CPU, unless this libtorch was made for it.</summary>
    internal static Finding Cuda(int devices, IEnumerable<string> loaded) => (devices, loaded.Any(f => IsLibrary(f, "torch_cuda"))) switch
    {
        ( > 0, _) => new("CUDA", $"{devices} device{(devices == 1 ? "" : "s")}: --device cuda"),
        (_, true) => new(
            "CUDA", "this libtorch is made for CUDA, and finds no device",
            "see that nvidia-smi lists the device; its driver may be too old for this libtorch"),
        _ => new("CUDA", "none; the labs run on the CPU"),
    };

    // libNAME.so.3, NAME.dll, libNAME.dylib
    private static bool IsLibrary(string file, string name) =>
        Path.GetFileName(file).Split('.')[0] is var stem && (stem == name || stem == "lib" + name);

    private static string[] LoadedFiles()
    {
        using var process = Process.GetCurrentProcess();
        return [.. process.Modules.Cast<ProcessModule>().Select(m => m.FileName)];
    }
}
