namespace CourseLabs.Matrices;

/// <content>The matrix product in its three forms, and the transpose.</content>
public sealed partial class Matrix
{
    /// <summary>
    /// The transpose, as a copy: <c>A2.T.Dot(loss3)</c> reads as the slide does, <c>A2.TransposeDot(loss3)</c> makes no copy.
    /// </summary>
    public Matrix T
    {
        get
        {
            var result = new Matrix(Columns, Rows);
            Span<double> from = Values, to = result.Values;
            for (var i = 0; i < Rows; i++)
            {
                for (var j = 0; j < Columns; j++)
                    to[j * Rows + i] = from[i * Columns + j];
            }
            return result;
        }
    }

    /// <summary>The matrix product AB of this matrix A and B: NumPy's <c>np.dot(A, B)</c>.</summary>
    /// <param name="b">A (columns of A x n) matrix.</param>
    /// <returns>A (rows of A x n) matrix.</returns>
    /// <exception cref="ShapeException">A's columns are not B's rows.</exception>
    public Matrix Dot(Matrix b)
    {
        ArgumentNullException.ThrowIfNull(b);
        var result = new Matrix(Rows, b.Columns);
        result.SetDot(this, b);
        return result;
    }

    /// <summary>A'B without making the transpose A': dW = prev' delta (COURSE C5).</summary>
    /// <param name="b">A (rows of A x n) matrix.</param>
    /// <returns>A (columns of A x n) matrix.</returns>
    /// <exception cref="ShapeException">A's rows are not B's rows.</exception>
    public Matrix TransposeDot(Matrix b)
    {
        ArgumentNullException.ThrowIfNull(b);
        var result = new Matrix(Columns, b.Columns);
        result.SetTransposeDot(this, b);
        return result;
    }

    /// <summary>AB' without making the transpose B': loss3 W3' (COURSE C2).</summary>
    /// <param name="b">An (n x columns of A) matrix.</param>
    /// <returns>A (rows of A x n) matrix.</returns>
    /// <exception cref="ShapeException">A's columns are not B's columns.</exception>
    public Matrix DotTranspose(Matrix b)
    {
        ArgumentNullException.ThrowIfNull(b);
        var result = new Matrix(Rows, b.Rows);
        result.SetDotTranspose(this, b);
        return result;
    }

    /// <summary>Makes this matrix AB, without allocating.</summary>
    /// <param name="a">A (rows x k) matrix, not this one.</param>
    /// <param name="b">A (k x columns) matrix, not this one.</param>
    /// <exception cref="ShapeException">The shapes do not go together.</exception>
    public void SetDot(Matrix a, Matrix b)
    {
        Check(a, b, transposeA: false, transposeB: false);
        Values.Clear();
        MatrixProduct.AddDot(a, b, this);
    }

    /// <summary>Makes this matrix A'B, without allocating.</summary>
    /// <param name="a">A (k x rows) matrix, not this one.</param>
    /// <param name="b">A (k x columns) matrix, not this one.</param>
    /// <exception cref="ShapeException">The shapes do not go together.</exception>
    public void SetTransposeDot(Matrix a, Matrix b)
    {
        Check(a, b, transposeA: true, transposeB: false);
        Values.Clear();
        MatrixProduct.AddTransposeDot(1, a, b, this);
    }

    /// <summary>Makes this matrix AB', without allocating.</summary>
    /// <param name="a">A (rows x k) matrix, not this one.</param>
    /// <param name="b">A (columns x k) matrix, not this one.</param>
    /// <exception cref="ShapeException">The shapes do not go together.</exception>
    public void SetDotTranspose(Matrix a, Matrix b)
    {
        Check(a, b, transposeA: false, transposeB: true);
        Values.Clear();
        MatrixProduct.AddDotTranspose(a, b, this);
    }

    /// <summary>
    /// Adds factor * A'B to this matrix, without allocating: <c>W.AddTransposeDot(-learningRate, prev, delta)</c> is the slide's update
    /// W := W - alpha (prev' delta) in one pass over W.
    /// </summary>
    /// <param name="factor">What the product is multiplied by.</param>
    /// <param name="a">A (k x rows) matrix, not this one.</param>
    /// <param name="b">A (k x columns) matrix, not this one.</param>
    /// <exception cref="ShapeException">The shapes do not go together.</exception>
    public void AddTransposeDot(double factor, Matrix a, Matrix b)
    {
        Check(a, b, transposeA: true, transposeB: false);
        MatrixProduct.AddTransposeDot(factor, a, b, this);
    }

    private void Check(Matrix a, Matrix b, bool transposeA, bool transposeB)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var (rows, innerA) = transposeA ? (a.Columns, a.Rows) : (a.Rows, a.Columns);
        var (innerB, columns) = transposeB ? (b.Columns, b.Rows) : (b.Rows, b.Columns);
        var product = transposeA ? "A'B" : transposeB ? "AB'" : "AB";
        if (innerA != innerB)
            throw new ShapeException($"{product} with A {a.Shape} and B {b.Shape}: inner sizes of {innerA} and {innerB} do not match.");
        if (rows != Rows || columns != Columns)
            throw new ShapeException($"{product} with A {a.Shape} and B {b.Shape} is ({rows} x {columns}) and cannot be put into {Shape}.");
        if (ReferenceEquals(a, this) || ReferenceEquals(b, this))
            throw new ArgumentException($"{product} cannot be put into A or B themselves: they are still being read.");
    }
}
