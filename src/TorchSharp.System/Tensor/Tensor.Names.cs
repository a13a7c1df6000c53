using System.Runtime.InteropServices;
using System.Text;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // Names of dimensions; null stands for a dimension without one, "..." for those that keep theirs.
    public partial class Tensor
    {
        public bool has_names() => names.Any(name => name is not null);

        public unsafe string[] names
        {
            get
            {
                var lines = Shim.ts_tensor_names(Handle);
                GC.KeepAlive(this);
                if (lines == null) throw Failure.Last();
                var text = Marshal.PtrToStringUTF8((IntPtr)lines)!;
                Shim.ts_free(lines);
                var found = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
                return found.Length == 0 ? new string[ndim] : Array.ConvertAll(found, name => name == "*" ? null! : name);
            }
        }

        public unsafe Tensor rename_(IEnumerable<string?>? names)
        {
            fixed (byte* lines = Lines(names)) Failure.Check(Shim.ts_tensor_rename(Handle, lines));
            GC.KeepAlive(this);
            return this;
        }

        public Tensor rename(IEnumerable<string?>? names)
        {
            var renamed = alias();
            try
            {
                return renamed.rename_(names);
            }
            catch
            {
                renamed.Dispose();
                throw;
            }
        }

        public unsafe Tensor refine_names(IEnumerable<string> names)
        {
            Result result;
            fixed (byte* lines = Lines(names)) Failure.Check(Shim.ts_tensor_refine_names(Handle, lines, &result));
            GC.KeepAlive(this);
            return Own(result);
        }

        public Tensor refine_names(params string[] names) => refine_names((IEnumerable<string>)names);

        /// <summary>The names as C++ reads them, "..." replaced by the names of the dimensions that it stands for.</summary>
        private byte[]? Lines(IEnumerable<string?>? given)
        {
            var list = given?.ToList() ?? [];
            if (list.Count == 0) return null;
            if (list.IndexOf("...") is var dots and >= 0)
            {
                var missing = (int)ndim - (list.Count - 1);
                list.RemoveAt(dots);
                if (missing > 0) list.InsertRange(dots, names.Skip(dots).Take(missing));
            }
            if (list.Count != ndim) throw new ArgumentException($"The number of dimension names ({list.Count}) is different from the number of dimensions ({ndim}).");
            return Encoding.UTF8.GetBytes(string.Concat(list.Select(name => (name ?? "*") + "\n")) + "\0");
        }
    }
}
