using CourseLabs.Torch;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>Inputs and their labels, one example a row.</summary>
/// <param name="X">Inputs (examples x features).</param>
/// <param name="Y">Labels: (examples x 1) of float32, or (examples) of int64 where they are classes.</param>
internal sealed record Sample(Tensor X, Tensor Y)
{
    /// <summary>Draws are made on the CPU, so that they are the same for every device.</summary>
    public Sample To(Device device) => new(X.to(device), Y.to(device));

    /// <summary>The numbers of one feature.</summary>
    public float[] Feature(int index) => X.select(1, index).Floats();
}
