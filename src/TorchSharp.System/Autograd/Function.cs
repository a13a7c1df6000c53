using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>An operation with a forward and a backward of one's own.</summary>
        public abstract class Function<T> where T : Function<T>, new()
        {
            private static readonly T Instance = new();

            public abstract string Name { get; }

            internal abstract List<Tensor> Forward(AutogradContext context, object[] vars);
            internal abstract List<Tensor?> Backward(AutogradContext context, List<Tensor> gradients);

            protected static List<Tensor> apply_internal(params object[] vars) =>
                new FunctionCall(Instance.Name, vars, Instance.Forward, Instance.Backward).Apply();
        }

        /// <summary>A function with one output.</summary>
        public abstract class SingleTensorFunction<T> : Function<T> where T : SingleTensorFunction<T>, new()
        {
            public abstract Tensor forward(AutogradContext ctx, params object[] vars);
            public abstract List<Tensor?> backward(AutogradContext ctx, Tensor grad_output);
            public static Tensor apply(params object[] vars) => apply_internal(vars)[0];
            internal override List<Tensor> Forward(AutogradContext context, object[] vars) => [forward(context, vars)];
            internal override List<Tensor?> Backward(AutogradContext context, List<Tensor> gradients) => backward(context, gradients[0]);
        }

        /// <summary>A function with a list of outputs.</summary>
        public abstract class MultiTensorFunction<T> : Function<T> where T : MultiTensorFunction<T>, new()
        {
            public abstract List<Tensor> forward(AutogradContext ctx, params object[] vars);
            public abstract List<Tensor?> backward(AutogradContext ctx, List<Tensor> grad_outputs);
            public static List<Tensor> apply(params object[] vars) => apply_internal(vars);
            internal override List<Tensor> Forward(AutogradContext context, object[] vars) => forward(context, vars);
            internal override List<Tensor?> Backward(AutogradContext context, List<Tensor> gradients) => backward(context, gradients);
        }

        /// <summary>One application of a function: what libtorch calls back, and lets go with the graph.</summary>
        private sealed unsafe class FunctionCall(
            string name, object[] vars, Func<AutogradContext, object[], List<Tensor>> forward, Func<AutogradContext, List<Tensor>, List<Tensor?>> backward)
        {
            private readonly AutogradContext context = new();
            private readonly bool[] isTensor = [.. vars.Select(v => v is Tensor)];

            // The arguments only during the forward: the graph must not keep what save_for_backward was not given.
            private object[]? arguments = vars;

            static FunctionCall() => Shim.ts_function_callbacks(&OnForward, &OnBackward, &OnRelease);

            public List<Tensor> Apply()
            {
                var inputs = arguments!.OfType<Tensor>().ToList();
                var handles = Handles(inputs);
                var self = GCHandle.Alloc(this);
                Result outputs;
                fixed (IntPtr* t = handles) Failure.Check(Shim.ts_function_apply(t, handles.Length, (long)GCHandle.ToIntPtr(self), &outputs));
                GC.KeepAlive(inputs);
                arguments = null;
                return [.. Aten.Unpack(outputs)];
            }

            [UnmanagedCallersOnly]
            private static long OnForward(long state, IntPtr native, IntPtr outputs) =>
                Guarded(state, call => call.context.During(native, () => call.Forward(outputs)));

            private void Forward(IntPtr outputs)
            {
                foreach (var output in forward(context, arguments!)) Push(outputs, output);
            }

            [UnmanagedCallersOnly]
            private static long OnBackward(long state, IntPtr native, IntPtr* gradients, int count, IntPtr outputs)
            {
                var given = new List<Tensor>(count);
                for (var i = 0; i < count; i++) given.Add(gradients[i] == IntPtr.Zero ? null! : new Tensor(gradients[i]));
                return Guarded(state, call => call.context.During(native, () => call.Backward(given, outputs)));
            }

            private void Backward(List<Tensor> gradients, IntPtr outputs)
            {
                var returned = backward(context, gradients);
                if (returned.Count < isTensor.Length || returned.Skip(isTensor.Length).Any(g => g is not null))
                    throw new NotImplementedException($"Function {name} returned an incorrect number of gradients (expected {isTensor.Length}), got {returned.Count}");
                for (var i = 0; i < isTensor.Length; i++)
                {
                    if (isTensor[i]) Push(outputs, returned[i]);
                    else if (returned[i] is not null)
                        throw new NotImplementedException($"Function {name} returned a gradient at position {i + 1}, but the corresponding forward input was not a Tensor");
                }
            }

            [UnmanagedCallersOnly]
            private static void OnRelease(long state) => GCHandle.FromIntPtr((IntPtr)state).Free();

            private static void Push(IntPtr list, Tensor? tensor)
            {
                Shim.ts_list_push(list, tensor?.Handle ?? IntPtr.Zero);
                GC.KeepAlive(tensor);
            }

            // A managed exception must not cross the native frames: it waits, and is thrown again where backward was called.
            private static long Guarded(long state, Action<FunctionCall> body)
            {
                try
                {
                    body((FunctionCall)GCHandle.FromIntPtr((IntPtr)state).Target!);
                    return 0;
                }
                catch (Exception e)
                {
                    return Failure.Keep(e);
                }
            }
        }
    }
}
