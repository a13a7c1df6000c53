using static TorchSharp.torch;

namespace CourseLabs.Torch;

/// <summary>Where tensors live.</summary>
public static class Devices
{
    /// <summary>
    /// The device of a name. The default of the labs is the CPU, also where the slide takes CUDA when there is one: on the CPU the same
    /// seed gives the same draws on every machine, and the same numbers but for rounding.
    /// </summary>
    /// <param name="name"><c>cpu</c> or <c>cuda</c>.</param>
    /// <exception cref="DeviceUnavailableException">There is no such device here.</exception>
    public static Device Find(string name) => name switch
    {
        "cpu" => CPU,
        "cuda" when cuda.is_available() => InFloat32(CUDA),
        "cuda" => throw new DeviceUnavailableException(
            "There is no CUDA device that torch can use on this machine: leave --device out to run on the CPU."),
        _ => throw new DeviceUnavailableException($"The device is cpu or cuda, not \"{name}\"."),
    };

    // cuDNN's convolutions round float32 to ten bits (TF32) unless told otherwise: on an H100 the CNN's first ten losses were then 6e-5 off
    // PyTorch's on the CPU.
    private static Device InFloat32(Device device)
    {
        backends.cudnn.allow_tf32 = false;
        return device;
    }
}
