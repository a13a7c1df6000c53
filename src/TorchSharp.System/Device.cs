namespace TorchSharp;

public static partial class torch
{
    public static Device CPU = new(DeviceType.CPU);
    public static Device META = new(DeviceType.META);
    public static Device CUDA => new(DeviceType.CUDA);
    public static Device MPS => new(DeviceType.MPS);

    public static Device device(string description) => new(description);
    public static Device device(string deviceType, int index = -1) => new(deviceType, index);
    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);
    public static Device device(int index) => new(index);

    /// <summary>Where a tensor's data lies: a kind of device and which of them, -1 for the current one.</summary>
    public class Device
    {
        public Device(DeviceType deviceType, int index = -1) => (type, this.index) = (deviceType, index);

        /// <summary>A device by its name without or with an index: <c>cpu</c>, <c>cuda:0</c>.</summary>
        public Device(string description)
        {
            var parts = description.Split(':');
            type = TypeNamed(parts[0]);
            index = parts.Length switch
            {
                1 => -1,
                2 when int.TryParse(parts[1], out var i) => i,
                _ => throw new ArgumentException($"'{description}' names no device: write a kind, or a kind and an index, as in cuda:0.", nameof(description)),
            };
        }

        public Device(string deviceType, int index = -1) => (type, this.index) = (TypeNamed(deviceType), index);

        /// <summary>The CUDA device of this index.</summary>
        public Device(int index) => (type, this.index) = (DeviceType.CUDA, index);

        public DeviceType type { get; }
        public int index { get; }

        public override string ToString() => type == DeviceType.CPU || index < 0 ? type.ToString().ToLowerInvariant() : $"{type.ToString().ToLowerInvariant()}:{index}";

        private static DeviceType TypeNamed(string name) => name.ToLowerInvariant() switch
        {
            "cpu" => DeviceType.CPU,
            "cuda" => DeviceType.CUDA,
            "mps" => DeviceType.MPS,
            "meta" => DeviceType.META,
            _ => throw new ArgumentException($"'{name}' is no kind of device; there are cpu, cuda, mps and meta.", nameof(name)),
        };
    }
}
