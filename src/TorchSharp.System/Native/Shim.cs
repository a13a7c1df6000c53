using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

namespace TorchSharp.Native;

/// <summary>The entries of libTorchSharpSystem.so (native/*.cpp). A failure is a 0, -1 or null: see <see cref="Failure"/>.</summary>
internal static unsafe partial class Shim
{
    private const string Library = "TorchSharpSystem";

    [ModuleInitializer]
    internal static void FindLibrary() => NativeLibrary.SetDllImportResolver(typeof(Shim).Assembly, Load);

    /// <summary>Loads the library beside this assembly; where it or libtorch is missing, says what to do.</summary>
    private static IntPtr Load(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Library) return IntPtr.Zero;
        var file = Path.Combine(AppContext.BaseDirectory, "libTorchSharpSystem.so");
        var beside = Path.Combine(Path.GetDirectoryName(assembly.Location) ?? "", "libTorchSharpSystem.so");
        if (File.Exists(beside)) file = beside;
        try
        {
            return NativeLibrary.Load(file);
        }
        catch (DllNotFoundException e)
        {
            throw new DllNotFoundException(
                $"libtorch could not be loaded through {file}. `./labs.sh doctor` says what is missing, `./labs.sh setup` installs it. ({e.Message})", e);
        }
    }

    [DllImport(Library)] internal static extern byte* ts_last_error();
    [DllImport(Library)] internal static extern long ts_last_token();
    [DllImport(Library)] internal static extern void ts_free(void* memory);
    [DllImport(Library)] internal static extern IntPtr ts_operator(byte* name, byte* overload);
    [DllImport(Library)] internal static extern int ts_call(IntPtr op, Value* arguments, int count, Result* results, int capacity);

    [DllImport(Library)] internal static extern void ts_tensor_release(IntPtr tensor);
    [DllImport(Library)] internal static extern int ts_tensor_info(IntPtr tensor, TensorInfo* info);
    [DllImport(Library)] internal static extern int ts_tensor_flags(IntPtr tensor);
    [DllImport(Library)] internal static extern void* ts_tensor_data(IntPtr tensor);
    [DllImport(Library)] internal static extern int ts_tensor_item(IntPtr tensor, void* value);
    [DllImport(Library)] internal static extern int ts_tensor_copy_of(void* data, int dtype, long* sizes, long dimensions, int target, int deviceType, int deviceIndex, Result* result);
    [DllImport(Library)] internal static extern int ts_tensor_over(void* data, int dtype, long* sizes, long dimensions, delegate* unmanaged<long, void> release, long token, Result* result);
    [DllImport(Library)] internal static extern int ts_tensor_set_data(IntPtr target, IntPtr source);

    [DllImport(Library)] internal static extern int ts_index(IntPtr tensor, NativeIndex* indices, int count, Result* result);
    [DllImport(Library)] internal static extern int ts_index_put(IntPtr tensor, NativeIndex* indices, int count, IntPtr value);

    [DllImport(Library)] internal static extern byte* ts_tensor_names(IntPtr tensor);
    [DllImport(Library)] internal static extern int ts_tensor_rename(IntPtr tensor, byte* lines);
    [DllImport(Library)] internal static extern int ts_tensor_refine_names(IntPtr tensor, byte* lines, Result* result);

    [DllImport(Library)] internal static extern int ts_grad(IntPtr tensor, Result* result);
    [DllImport(Library)] internal static extern int ts_set_grad(IntPtr tensor, IntPtr gradient);
    [DllImport(Library)] internal static extern int ts_set_requires_grad(IntPtr tensor, int value);
    [DllImport(Library)] internal static extern int ts_retain_grad(IntPtr tensor);
    [DllImport(Library)] internal static extern int ts_backward(IntPtr* tensors, long count, IntPtr* grads, long gradCount, int retain, int create, IntPtr* inputs, long inputCount);
    [DllImport(Library)] internal static extern int ts_autograd_grad(IntPtr* outputs, long outputCount, IntPtr* inputs, long inputCount, IntPtr* grads, long gradCount, int retain, int create, int allowUnused, Result* results);
    [DllImport(Library)] internal static extern int ts_grad_mode();
    [DllImport(Library)] internal static extern void ts_set_grad_mode(int enabled);
    [DllImport(Library)] internal static extern int ts_inference_mode();
    [DllImport(Library)] internal static extern IntPtr ts_inference_guard(int enabled);
    [DllImport(Library)] internal static extern void ts_inference_guard_end(IntPtr guard);
    [DllImport(Library)] internal static extern int ts_anomaly_mode();
    [DllImport(Library)] internal static extern int ts_anomaly_checks_nan();
    [DllImport(Library)] internal static extern void ts_set_anomaly_mode(int enabled, int checkNan);

    [DllImport(Library)] internal static extern void ts_function_callbacks(delegate* unmanaged<long, IntPtr, IntPtr, long> forward, delegate* unmanaged<long, IntPtr, IntPtr*, int, IntPtr, long> backward, delegate* unmanaged<long, void> release);
    [DllImport(Library)] internal static extern int ts_function_apply(IntPtr* inputs, long count, long state, Result* outputs);
    [DllImport(Library)] internal static extern void ts_list_push(IntPtr list, IntPtr tensor);
    [DllImport(Library)] internal static extern int ts_context_save(IntPtr context, IntPtr* tensors, long count);
    [DllImport(Library)] internal static extern int ts_context_saved(IntPtr context, Result* tensors);
    [DllImport(Library)] internal static extern int ts_context_mark(IntPtr context, int dirty, IntPtr* tensors, long count);
    [DllImport(Library)] internal static extern void ts_context_materialise(IntPtr context, int materialise);

    [DllImport(Library)] internal static extern IntPtr ts_generator_default(int deviceType, int deviceIndex);
    [DllImport(Library)] internal static extern IntPtr ts_generator_new(long seed);
    [DllImport(Library)] internal static extern void ts_generator_free(IntPtr generator);
    [DllImport(Library)] internal static extern int ts_generator_manual_seed(IntPtr generator, long seed);
    [DllImport(Library)] internal static extern int ts_generator_seed(IntPtr generator, int draw, long* seed);
    [DllImport(Library)] internal static extern int ts_generator_state(IntPtr generator, Result* state);
    [DllImport(Library)] internal static extern int ts_generator_set_state(IntPtr generator, IntPtr state);
    [DllImport(Library)] internal static extern int ts_manual_seed(long seed);

    [DllImport(Library)] internal static extern byte* ts_version();
    [DllImport(Library)] internal static extern int ts_threads();
    [DllImport(Library)] internal static extern int ts_set_threads(int count);
    [DllImport(Library)] internal static extern int ts_interop_threads();
    [DllImport(Library)] internal static extern int ts_set_interop_threads(int count);
    [DllImport(Library)] internal static extern int ts_default_dtype();
    [DllImport(Library)] internal static extern int ts_set_default_dtype(int dtype);
    [DllImport(Library)] internal static extern int ts_cuda_devices();
    [DllImport(Library)] internal static extern int ts_cuda_has_cudnn();
    [DllImport(Library)] internal static extern int ts_cuda_synchronise(long deviceIndex);

    [DllImport(Library)] internal static extern int ts_pack_padded_sequence(IntPtr input, IntPtr lengths, int batchFirst, int enforceSorted, Result* results);
    [DllImport(Library)] internal static extern int ts_pack_sequence(IntPtr* sequences, long count, int enforceSorted, Result* results);
    [DllImport(Library)] internal static extern int ts_pad_packed_sequence(IntPtr data, IntPtr batchSizes, IntPtr sorted, IntPtr unsorted, int batchFirst, double paddingValue, long totalLength, Result* results);
}
