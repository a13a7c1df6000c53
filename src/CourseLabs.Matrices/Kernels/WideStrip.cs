using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CourseLabs.Matrices;

/// <summary>
/// The two products of a batch of one, a row times a matrix and the rank-one update, where the processor has vectors of 512 bits
/// (AVX-512). A strip of 96 columns stays in 12 of the 32 registers while the rows of the large matrix go by, so that nothing but that
/// matrix is read from the caches. Every entry is the same sum, in the same order, as without these vectors.
/// </summary>
internal static unsafe class WideStrip
{
    private const int Lanes = 8; // doubles in a vector
    private const int Strip = 12 * Lanes;

    /// <summary>Whether a row of so many columns is worth it.</summary>
    public static bool Fits(int columns) => Vector512.IsHardwareAccelerated && columns >= Strip;

    /// <summary>target += factor * xB, where the entries of x lie <paramref name="step"/> apart.</summary>
    public static void AddRow(double factor, double* x, nint step, double* b, double* target, int rows, int columns)
    {
        for (var left = columns; left >= Strip; left -= Strip, b += Strip, target += Strip)
        {
            var rest = left < 2 * Strip ? left - Strip : 0;
            var s0 = Vector512.Load(target);
            var s1 = Vector512.Load(target + Lanes);
            var s2 = Vector512.Load(target + 2 * Lanes);
            var s3 = Vector512.Load(target + 3 * Lanes);
            var s4 = Vector512.Load(target + 4 * Lanes);
            var s5 = Vector512.Load(target + 5 * Lanes);
            var s6 = Vector512.Load(target + 6 * Lanes);
            var s7 = Vector512.Load(target + 7 * Lanes);
            var s8 = Vector512.Load(target + 8 * Lanes);
            var s9 = Vector512.Load(target + 9 * Lanes);
            var s10 = Vector512.Load(target + 10 * Lanes);
            var s11 = Vector512.Load(target + 11 * Lanes);
            double* entry = x, row = b;
            for (var k = 0; k < rows; k++, entry += step, row += columns)
            {
                var factorX = Vector512.Create(factor * *entry);
                s0 = Vector512.MultiplyAddEstimate(factorX, Vector512.Load(row), s0);
                s1 = Vector512.MultiplyAddEstimate(factorX, Vector512.Load(row + Lanes), s1);
                s2 = Vector512.MultiplyAddEstimate(factorX, Vector512.Load(row + 2 * Lanes), s2);
                s3 = Vector512.MultiplyAddEstimate(factorX, Vector512.Load(row + 3 * Lanes), s3);
                s4 = Vector512.MultiplyAddEstimate(factorX, Vector512.Load(row + 4 * Lanes), s4);
                s5 = Vector512.MultiplyAddEstimate(factorX, Vector512.Load(row + 5 * Lanes), s5);
                s6 = Vector512.MultiplyAddEstimate(factorX, Vector512.Load(row + 6 * Lanes), s6);
                s7 = Vector512.MultiplyAddEstimate(factorX, Vector512.Load(row + 7 * Lanes), s7);
                s8 = Vector512.MultiplyAddEstimate(factorX, Vector512.Load(row + 8 * Lanes), s8);
                s9 = Vector512.MultiplyAddEstimate(factorX, Vector512.Load(row + 9 * Lanes), s9);
                s10 = Vector512.MultiplyAddEstimate(factorX, Vector512.Load(row + 10 * Lanes), s10);
                s11 = Vector512.MultiplyAddEstimate(factorX, Vector512.Load(row + 11 * Lanes), s11);
                MatrixProduct.AddOne(factor * *entry, row + Strip, rest, target + Strip);
            }
            Vector512.Store(s0, target);
            Vector512.Store(s1, target + Lanes);
            Vector512.Store(s2, target + 2 * Lanes);
            Vector512.Store(s3, target + 3 * Lanes);
            Vector512.Store(s4, target + 4 * Lanes);
            Vector512.Store(s5, target + 5 * Lanes);
            Vector512.Store(s6, target + 6 * Lanes);
            Vector512.Store(s7, target + 7 * Lanes);
            Vector512.Store(s8, target + 8 * Lanes);
            Vector512.Store(s9, target + 9 * Lanes);
            Vector512.Store(s10, target + 10 * Lanes);
            Vector512.Store(s11, target + 11 * Lanes);
        }
    }

    /// <summary>target += factor * x'b of two rows; the entries of x lie <paramref name="step"/> apart.</summary>
    public static void AddRankOne(double factor, double* x, nint step, double* b, double* target, int rows, int columns)
    {
        for (var left = columns; left >= Strip; left -= Strip, b += Strip, target += Strip)
        {
            var rest = left < 2 * Strip ? left - Strip : 0;
            var b0 = Vector512.Load(b);
            var b1 = Vector512.Load(b + Lanes);
            var b2 = Vector512.Load(b + 2 * Lanes);
            var b3 = Vector512.Load(b + 3 * Lanes);
            var b4 = Vector512.Load(b + 4 * Lanes);
            var b5 = Vector512.Load(b + 5 * Lanes);
            var b6 = Vector512.Load(b + 6 * Lanes);
            var b7 = Vector512.Load(b + 7 * Lanes);
            var b8 = Vector512.Load(b + 8 * Lanes);
            var b9 = Vector512.Load(b + 9 * Lanes);
            var b10 = Vector512.Load(b + 10 * Lanes);
            var b11 = Vector512.Load(b + 11 * Lanes);
            double* entry = x, row = target;
            for (var k = 0; k < rows; k++, entry += step, row += columns)
            {
                var factorX = Vector512.Create(factor * *entry);
                Add(factorX, b0, row);
                Add(factorX, b1, row + Lanes);
                Add(factorX, b2, row + 2 * Lanes);
                Add(factorX, b3, row + 3 * Lanes);
                Add(factorX, b4, row + 4 * Lanes);
                Add(factorX, b5, row + 5 * Lanes);
                Add(factorX, b6, row + 6 * Lanes);
                Add(factorX, b7, row + 7 * Lanes);
                Add(factorX, b8, row + 8 * Lanes);
                Add(factorX, b9, row + 9 * Lanes);
                Add(factorX, b10, row + 10 * Lanes);
                Add(factorX, b11, row + 11 * Lanes);
                MatrixProduct.AddOne(factor * *entry, b + Strip, rest, row + Strip);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(Vector512<double> x, Vector512<double> b, double* target) =>
        Vector512.Store(Vector512.MultiplyAddEstimate(x, b, Vector512.Load(target)), target);
}
