using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Operators;

/// <summary>Wrong use is an exception with libtorch's words, or one of its own where TorchSharp checks; the process lives on.</summary>
public class ErrorTests
{
    private static readonly Dictionary<string, (Action<Inputs> Call, string Message)> Libtorch = new()
    {
        ["add of sizes that do not broadcast"] = (t => t.x.add(t.m), "The size of tensor a (4) must match the size of tensor b (5)"),
        ["mm of sizes that do not fit"] = (t => t.x.mm(t.y), "mat1 and mat2 shapes cannot be multiplied (3x4 and 3x4)"),
        ["matmul of sizes that do not fit"] = (t => t.x.matmul(t.y), "mat1 and mat2 shapes cannot be multiplied (3x4 and 3x4)"),
        ["mm of a vector"] = (t => t.x.mm(t.v), "mat2 must be a matrix"),
        ["bmm of matrices"] = (t => t.x.bmm(t.y), "batch1 must be a 3D tensor"),
        ["mm of two types"] = (t => t.x.mm(t.m.to(float32)), "expected scalar type Double but found Float"),
        ["sum of a dimension that is not there"] = (t => t.x.sum(2),
            "Dimension out of range (expected to be in range of [-2, 1], but got 2)"),
        ["softmax of a dimension that is not there"] = (t => t.x.softmax(5), "Dimension out of range"),
        ["mean of integers"] = (t => t.n.mean(), "mean(): could not infer output dtype"),
        ["view of another number of elements"] = (t => t.x.view(5, 2), "shape '[5, 2]' is invalid for input of size 12"),
        ["view that would need a copy"] = (t => t.x.t().view(12), "view size is not compatible with input tensor's size and stride"),
        ["permute of too few dimensions"] = (t => t.x.permute(1),
            "permute(sparse_coo): number of dimensions in the tensor input does not match"),
        ["expand of a size that is not one"] = (t => t.x.expand(2, 4),
            "The expanded size of the tensor (2) must match the existing size (3)"),
        ["cat of sizes that do not fit"] = (t => cat([t.x, t.m]), "Sizes of tensors must match except in dimension 0"),
        ["stack of sizes that do not fit"] = (t => stack([t.x, t.m]), "stack expects each tensor to be equal size"),
        ["index_select of an index that is not there"] = (t => t.x.index_select(0, t.i + 5), "index out of range in self"),
        ["gather of an index that is not there"] = (t => t.x.gather(1, t.j + 5), "is out of bounds for dimension 1 with size 4"),
        ["select of an index that is not there"] = (t => t.x.select(0, 3), "select(): index 3 out of range"),
        ["masked_fill with a mask of numbers"] = (t => t.x.masked_fill(t.n, 1), "Mask tensor can take 0 and 1 values only"),
        ["inverse of a singular matrix"] = (t => zeros(2, 2, float64).inverse(), "singular"),
        ["inverse of a matrix that is not square"] = (t => t.x.inverse(), "must be batches of square matrices"),
        ["cholesky of a matrix that is not positive"] = (t => (-t.spd).cholesky(), "is not positive-definite"),
        ["einsum with too few tensors"] = (t => einsum("ij,jk->ik", t.x), "einsum(): fewer operands were provided than"),
        ["topk of too many"] = (t => t.x.topk(9), "selected index k out of range"),
        ["chunk into none"] = (t => t.x.chunk(0), "chunk expects `chunks` to be greater than 0"),
        ["split into pieces of nothing"] = (t => t.x.split(0L), "split_size can only be 0 if dimension size is 0"),
        ["tensor_split into none"] = (t => t.x.tensor_split(0), "number of sections must be larger than 0"),
        ["multinomial of negative weights"] = (t => t.x.multinomial(2), "probability tensor contains either `inf`, `nan` or element < 0"),
        ["multinomial of more than there are"] = (t => t.p.multinomial(9), "cannot sample n_sample > prob_dist.size(-1)"),
        ["normal_ of a negative spread"] = (t => t.x.normal_(0, -1), "normal expects std >= 0.0"),
        ["in place on a leaf that requires a gradient"] = (t => t.x.requires_grad_().add_(1),
            "a leaf Variable that requires grad is being used in an in-place operation"),
        ["in place into integers"] = (t => t.n.add_(t.x), "result type Double can't be cast to the desired output type Long"),
    };

    private static readonly Dictionary<string, (Action<Inputs> Call, Type Exception)> Checked = new()
    {
        ["cat of nothing"] = (t => cat(Array.Empty<Tensor>()), typeof(ArgumentException)),
        ["cat of an empty list"] = (t => cat(new List<Tensor>()), typeof(ArgumentException)),
        ["concat of nothing"] = (t => concat(Array.Empty<Tensor>()), typeof(ArgumentException)),
        ["stack of nothing"] = (t => stack([]), typeof(ArgumentException)),
        ["hstack of nothing"] = (t => hstack(), typeof(ArgumentException)),
        ["vstack of nothing"] = (t => vstack(Array.Empty<Tensor>()), typeof(ArgumentException)),
        ["dstack of nothing"] = (t => dstack(), typeof(ArgumentException)),
        ["column_stack of nothing"] = (t => column_stack(), typeof(ArgumentException)),
        ["row_stack of nothing"] = (t => row_stack(), typeof(ArgumentException)),
        ["block_diag of nothing"] = (t => block_diag(), typeof(ArgumentException)),
        ["cartesian_prod of nothing"] = (t => cartesian_prod(), typeof(ArgumentException)),
        ["meshgrid of nothing"] = (t => meshgrid([]), typeof(ArgumentException)),
        ["broadcast_tensors of nothing"] = (t => broadcast_tensors(), typeof(ArgumentException)),
        ["einsum of nothing"] = (t => einsum("ij->ij"), typeof(ExternalException)),
        ["multi_dot of nothing"] = (t => linalg.multi_dot([]), typeof(ArgumentException)),
        ["channel_shuffle of no groups"] = (t => t.b.unsqueeze(0).channel_shuffle(0), typeof(ArgumentException)),
        ["vsplit by nothing"] = (t => t.x.vsplit(0L), typeof(ArgumentException)),
        ["hsplit by nothing"] = (t => t.x.hsplit(0L), typeof(ArgumentException)),
        ["hsplit of a scalar"] = (t => tensor(1.0).hsplit(1L), typeof(ExternalException)),
        ["hsplit unevenly"] = (t => t.x.hsplit(3L), typeof(ArgumentException)),
        ["dsplit of a matrix"] = (t => t.x.dsplit(2L), typeof(ExternalException)),
        ["dot of two lengths"] = (t => t.v.dot(t.r), typeof(InvalidOperationException)),
        ["vdot of two lengths"] = (t => t.v.vdot(t.r), typeof(InvalidOperationException)),
        ["trace of a vector"] = (t => t.v.trace(), typeof(ArgumentException)),
        ["logdet of a matrix that is not square"] = (t => t.x.logdet(), typeof(ArgumentException)),
        ["vander of a matrix"] = (t => t.x.vander(), typeof(InvalidOperationException)),
        ["tensordot of fewer than no dimensions"] = (t => t.x.tensordot(t.y, -1), typeof(ArgumentOutOfRangeException)),
        ["unflatten into nothing"] = (t => t.x.unflatten(1), typeof(ArgumentException)),
        ["unflatten of a dimension that is not there"] = (t => t.x.unflatten(2, 2, 2), typeof(ArgumentException)),
        ["slice backwards"] = (t => t.x.slice(0, 0, 2, -1), typeof(ArgumentException)),
        ["where of a condition that is no Boolean"] = (t => t.x.where(t.n, t.y), typeof(ArgumentException)),
        ["masked_select with a mask that is no mask"] = (t => t.x.masked_select(t.n), typeof(ArgumentException)),
        ["index_add by indices that are not Int64"] = (t => t.x.index_add(0, t.i.to(int32), t.y, 1), typeof(ArgumentException)),
        ["tensor_split by indices that are not Int64"] = (t => t.x.tensor_split(t.i.to(int32)), typeof(ArgumentException)),
        ["cdist of a negative power"] = (t => cdist(t.x, t.y, -1), typeof(ArgumentException)),
        ["combinations of a matrix"] = (t => combinations(t.x), typeof(ArgumentException)),
        ["broadcast_shapes that do not fit"] = (t => broadcast_shapes([3, 4], [3, 5]), typeof(ArgumentException)),
        ["tril_indices of a type that is no integer"] = (t => tril_indices(2, 2, dtype: float32), typeof(ArgumentException)),
        ["fft2 of a vector"] = (t => fft.fft2(t.v), typeof(ArgumentException)),
        ["is_nonzero of many"] = (t => t.x.is_nonzero(), typeof(InvalidOperationException)),
        ["an integer window"] = (t => hann_window(4, dtype: int64), typeof(ArgumentException)),
        ["eq of null"] = (t => t.x.eq((Tensor)null!), typeof(ExternalException)),
        ["a tensor that is null"] = (t => t.x.add((Tensor)null!), typeof(ExternalException)),
        ["a list that holds null"] = (t => cat([t.x, null!]), typeof(ArgumentNullException)),
    };

    public static TheoryData<string> LibtorchNames => [.. Libtorch.Keys];
    public static TheoryData<string> CheckedNames => [.. Checked.Keys];

    [Theory]
    [MemberData(nameof(LibtorchNames))]
    public void Libtorch_says_what_is_wrong(string name)
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<ExternalException>(() => Libtorch[name].Call(new Inputs()));
        Assert.Contains(Libtorch[name].Message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(CheckedNames))]
    public void What_would_end_the_process_or_is_checked_beforehand_is_an_exception(string name)
    {
        using var scope = NewDisposeScope();
        Assert.Throws(Checked[name].Exception, () => Checked[name].Call(new Inputs()));
    }

    [Fact]
    public void A_disposed_tensor_says_so()
    {
        using var scope = NewDisposeScope();
        var tensor = new Inputs().x;
        tensor.Dispose();
        Assert.Throws<InvalidOperationException>(() => tensor.abs());
    }
}
