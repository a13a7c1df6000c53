using System.Text;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static void save(Tensor t, string location) => t.save(location);
    public static Tensor load(string location) => Tensor.load(location);

    public partial class Tensor
    {
        /// <summary>Writes an archive of libtorch's; <see cref="TensorExtensionMethods.Save(Tensor, string)"/> has TorchSharp's own format.</summary>
        public unsafe void save(string location)
        {
            fixed (byte* path = Path(location)) Failure.Check(Shim.ts_save(Handle, path));
            GC.KeepAlive(this);
        }

        public static unsafe Tensor load(string location)
        {
            Result result;
            fixed (byte* path = Path(location)) Failure.Check(Shim.ts_load(path, &result));
            return Own(result);
        }

        /// <summary>Reads TorchSharp's own format.</summary>
        public static Tensor Load(BinaryReader reader) => TensorExtensionMethods.Load(reader);

        public static Tensor Load(Stream stream)
        {
            using var reader = new BinaryReader(stream);
            return Load(reader);
        }

        public static Tensor Load(string location)
        {
            using var stream = File.OpenRead(location);
            return Load(stream);
        }

        private static byte[] Path(string location) => Encoding.UTF8.GetBytes(location + "\0");
    }
}
