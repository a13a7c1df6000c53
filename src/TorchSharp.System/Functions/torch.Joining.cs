using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // Many tensors made one, and one made many.
    public static Tensor cat(Tensor[] tensors, long dim = 0) => Join("cat", tensors, dim);
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Join("cat", [.. tensors], dim);
    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Join("cat", [.. tensors], dim);
    public static Tensor concat(Tensor[] tensors, long dim = 0) => Join("cat", tensors, dim);
    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => Join("cat", [.. tensors], dim);
    public static Tensor concat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Join("cat", [.. tensors], dim);
    public static Tensor concatenate(Tensor[] tensors, long axis = 0) => Join("cat", tensors, axis);
    public static Tensor concatenate(IList<Tensor> tensors, long axis = 0) => Join("cat", [.. tensors], axis);
    public static Tensor concatenate(ReadOnlySpan<Tensor> tensors, long axis = 0) => Join("cat", [.. tensors], axis);
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Join("stack", [.. tensors], dim);

    public static Tensor hstack(params Tensor[] tensors) => Join("hstack", tensors);
    public static Tensor hstack(IList<Tensor> tensors) => Join("hstack", [.. tensors]);
    public static Tensor hstack(ReadOnlySpan<Tensor> tensors) => Join("hstack", [.. tensors]);
    public static Tensor hstack(IEnumerable<Tensor> tensors) => Join("hstack", [.. tensors]);
    public static Tensor vstack(Tensor[] tensors) => Join("vstack", tensors);
    public static Tensor vstack(IList<Tensor> tensors) => Join("vstack", [.. tensors]);
    public static Tensor vstack(ReadOnlySpan<Tensor> tensors) => Join("vstack", [.. tensors]);
    public static Tensor dstack(params Tensor[] tensors) => Join("dstack", tensors);
    public static Tensor dstack(IList<Tensor> tensors) => Join("dstack", [.. tensors]);
    public static Tensor dstack(ReadOnlySpan<Tensor> tensors) => Join("dstack", [.. tensors]);
    public static Tensor dstack(IEnumerable<Tensor> tensors) => Join("dstack", [.. tensors]);
    public static Tensor column_stack(params Tensor[] tensors) => Join("column_stack", tensors);
    public static Tensor column_stack(IList<Tensor> tensors) => Join("column_stack", [.. tensors]);
    public static Tensor column_stack(ReadOnlySpan<Tensor> tensors) => Join("column_stack", [.. tensors]);
    public static Tensor row_stack(params Tensor[] tensors) => Join("vstack", tensors);
    public static Tensor row_stack(IList<Tensor> tensors) => Join("vstack", [.. tensors]);
    public static Tensor row_stack(ReadOnlySpan<Tensor> tensors) => Join("vstack", [.. tensors]);
    public static Tensor block_diag(params Tensor[] tensors) => Join("block_diag", tensors);
    public static Tensor cartesian_prod(params Tensor[] tensors) => Join("cartesian_prod", tensors);
    public static Tensor cartesian_prod(IList<Tensor> tensors) => Join("cartesian_prod", [.. tensors]);
    public static Tensor cartesian_prod(ReadOnlySpan<Tensor> tensors) => Join("cartesian_prod", [.. tensors]);

    public static Tensor combinations(Tensor input, int r = 2, bool with_replacement = false)
    {
        if (input.ndim != 1) throw new ArgumentException($"Expected a 1D vector, but got one with {input.ndim} dimensions.");
        if (r < 0) throw new ArgumentException("r must be non-negative");
        return Aten.Call("combinations", input, r, with_replacement);
    }

    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij") =>
        Aten.CallList("meshgrid.indexing", Some([.. tensors]), indexing);
    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors) => Aten.CallList("broadcast_tensors", Some(tensors));

    /// <summary>The shape that tensors of these shapes broadcast to.</summary>
    public static Size broadcast_shapes(params long[][] shapes)
    {
        var result = new long[shapes.Length == 0 ? 0 : shapes.Max(shape => shape.Length)];
        Array.Fill(result, 1);
        foreach (var shape in shapes)
            for (var i = 1; i <= shape.Length; i++)
            {
                if (shape[^i] == 1 || shape[^i] == result[^i]) continue;
                if (result[^i] != 1) throw new ArgumentException("Shape mismatch: objects cannot be broadcast to a single shape");
                result[^i] = shape[^i];
            }
        return new Size(result);
    }

    public static Tensor[] split(Tensor tensor, long[] split_size_or_sections, long dim = 0) => tensor.split(split_size_or_sections, dim);
    public static Tensor[] chunk(Tensor input, long chunks, long dim = 0) => input.chunk(chunks, dim);
    public static Tensor[] unbind(Tensor input, long dim = 0) => input.unbind(dim);
    public static Tensor[] unbind(Tensor tensor, int dim = 0) => tensor.unbind(dim);

    public static Tensor[] tensor_split(Tensor input, Tensor indices_or_sections, long dim = 0) =>
        input.tensor_split(indices_or_sections, dim);
    public static Tensor[] tensor_split(Tensor input, long indices_or_sections, long dim = 0) =>
        input.tensor_split(indices_or_sections, dim);
    public static Tensor[] tensor_split(Tensor input, long[] indices_or_sections, long dim = 0) =>
        input.tensor_split(indices_or_sections, dim);
    public static Tensor[] vsplit(Tensor input, long[] indices_or_sections) => input.vsplit(indices_or_sections);
    public static Tensor[] hsplit(Tensor input, long indices_or_sections) => input.hsplit(indices_or_sections);
    public static Tensor[] hsplit(Tensor input, long[] indices_or_sections) => input.hsplit(indices_or_sections);
    public static Tensor[] hsplit(Tensor input, (long, long, long, long) indices_or_sections) =>
        input.hsplit([indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3, indices_or_sections.Item4]);
    public static Tensor[] hsplit(Tensor input, (long, long, long) indices_or_sections) =>
        input.hsplit([indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3]);
    public static Tensor[] hsplit(Tensor input, (long, long) indices_or_sections) =>
        input.hsplit([indices_or_sections.Item1, indices_or_sections.Item2]);
    public static Tensor[] hsplit(Tensor input, Tensor indices_or_sections) => input.hsplit(indices_or_sections);
    public static Tensor[] dsplit(Tensor input, long size) => input.dsplit(size);
    public static Tensor[] dsplit(Tensor input, long[] indices_or_sections) => input.dsplit(indices_or_sections);
    public static Tensor[] dsplit(Tensor input, (long, long, long, long) indices_or_sections) => input.dsplit(indices_or_sections);
    public static Tensor[] dsplit(Tensor input, (long, long, long) indices_or_sections) => input.dsplit(indices_or_sections);
    public static Tensor[] dsplit(Tensor input, (long, long) indices_or_sections) => input.dsplit(indices_or_sections);
    public static Tensor[] dsplit(Tensor input, Tensor indices_or_sections) => input.dsplit(indices_or_sections);

    private static Tensor Join(string op, Tensor[] tensors) => Aten.Call(op, Some(tensors));
    private static Tensor Join(string op, Tensor[] tensors, long dim) => Aten.Call(op, Some(tensors), dim);

    /// <summary>Some of libtorch's operators on lists end the process where the list is empty, and pass over a null.</summary>
    private static Tensor[] Some(Tensor[] tensors)
    {
        if (tensors.Length == 0) throw new ArgumentException("Expected a list of at least one tensor.", nameof(tensors));
        if (Array.IndexOf(tensors, null) >= 0) throw new ArgumentNullException(nameof(tensors), "A tensor of the list is null.");
        return tensors;
    }
}
