using static TorchSharp.torch;

namespace CourseLabs.Torch.Tests;

public sealed class DevicesTests
{
    [Fact]
    public void The_cpu_is_always_there() => Assert.Equal(TorchSharp.DeviceType.CPU, Devices.Find("cpu").type);

    [Fact]
    public void Cuda_is_given_or_refused_in_a_sentence()
    {
        if (cuda.is_available())
            Assert.Equal(TorchSharp.DeviceType.CUDA, Devices.Find("cuda").type);
        else
            Assert.StartsWith("There is no CUDA device", Assert.Throws<DeviceUnavailableException>(() => Devices.Find("cuda")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_word_is_refused_in_a_sentence() =>
        Assert.Equal("The device is cpu or cuda, not \"gpu\".", Assert.Throws<DeviceUnavailableException>(() => Devices.Find("gpu")).Message);
}
