using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        public static class functional
        {
            /// <summary>The derivative of every output element in every input element: shape (output's..., input's...).</summary>
            public static Tensor jacobian(Func<Tensor, Tensor> function, Tensor inputs) =>
                jacobian((Tensor[] tensors) => [function(tensors[0])], inputs).Single();

            /// <summary>One jacobian for each output.</summary>
            public static IEnumerable<Tensor> jacobian(Func<Tensor, Tensor[]> function, Tensor inputs) =>
                jacobian((Tensor[] tensors) => function(tensors[0]), [inputs]);

            /// <summary>One jacobian for each input.</summary>
            public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor> function, params Tensor[] inputs) =>
                jacobian((Tensor[] tensors) => [function(tensors)], inputs);

            /// <summary>One jacobian for each pair of an output and an input, the inputs running fastest.</summary>
            public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor[]> function, params Tensor[] inputs)
            {
                var jacobians = new List<Tensor>();
                foreach (var output in function(inputs))
                {
                    var rows = Rows(output, inputs);
                    for (var i = 0; i < inputs.Length; i++)
                    {
                        using var stacked = Aten.Call("stack", Arg.List(rows.Select(row => row[i])), 0);
                        jacobians.Add(Aten.Call("reshape", stacked, (long[])[.. output.shape, .. inputs[i].shape]));
                        foreach (var row in rows) row[i].Dispose();
                    }
                }
                return jacobians;
            }

            /// <summary>For each element of the output, its gradient in every input.</summary>
            private static List<Tensor[]> Rows(Tensor output, Tensor[] inputs)
            {
                var rows = new List<Tensor[]>();
                using var flat = Aten.Call("reshape", output, (long[])[-1]);
                for (long element = 0; element < output.NumberOfElements; element++)
                {
                    using var one = Aten.Call("select.int", flat, 0, element);
                    var gradients = grad([one], inputs, retain_graph: true, allow_unused: true);
                    rows.Add([.. gradients.Select((g, i) => g ?? Aten.Call("zeros_like", inputs[i]))]);
                }
                return rows;
            }
        }
    }
}
