using TorchSharp.Native;

namespace TorchSharp;

// Factories that write into a tensor that is there, which takes the new size.
public static partial class torch
{
    public static Tensor rand_out(Tensor input, params long[] sizes) => input.rand_out(sizes);
    public static Tensor randint_out(Tensor input, long high, long[] sizes) => input.randint_out(high, sizes);
    public static Tensor randperm_out(Tensor input, long n) => input.randperm_out(n);

    public partial class Tensor
    {
        public Tensor zeros(params long[] sizes) => Into("zeros.out", sizes, this);
        public Tensor ones(params long[] sizes) => Into("ones.out", sizes, this);
        public Tensor empty(params long[] sizes) => Into("empty.out", sizes, Arg.None, this);
        public Tensor full(long[] sizes, Scalar value) => Into("full.out", sizes, value, this);
        public Tensor full(ReadOnlySpan<long> sizes, Scalar value) => Into("full.out", sizes, value, this);
        public Tensor eye(long rows, long columns) => Into("eye.m_out", rows, columns, this);
        public Tensor arange_out(Scalar start, Scalar stop, Scalar step) => Into("arange.start_out", start, stop, step, this);
        public Tensor rand_out(params long[] sizes) => Into("rand.out", sizes, this);
        public Tensor randn_out(params long[] sizes) => Into("randn.out", sizes, this);
        public Tensor randint_out(long high, long[] sizes) => Into("randint.out", high, sizes, this);
        public Tensor randperm_out(long n) => Into("randperm.out", n, this);

        private Tensor Into(string op, params ReadOnlySpan<Arg> args)
        {
            Aten.Run(op, args);
            return this;
        }
    }
}
