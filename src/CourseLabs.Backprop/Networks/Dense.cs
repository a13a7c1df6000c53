using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Initializers;
using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Networks;

/// <summary>
/// A fully connected layer: Z = prev W + b, A = f(Z) (COURSE B2, C2, D1). W is stored (inputs x outputs) as on the slides, which is the
/// transpose of PyTorch's. Its matrices are made once for a batch size and used again, so a training step allocates nothing.
/// </summary>
public sealed class Dense
{
    private Matrix z = new(0, 0);
    private Matrix a = new(0, 0);
    private Matrix delta = new(0, 0);
    private Matrix upstream = new(0, 0);

    /// <summary>A layer with the given weights.</summary>
    /// <param name="weight">(inputs x sums); kept, not copied. There are as many sums as outputs, except with maxout.</param>
    /// <param name="bias">(1 x sums); kept, not copied. None in COURSE D2.</param>
    /// <param name="activation">The activation; one that learns (PReLU) must not serve two layers.</param>
    /// <exception cref="ShapeException">The bias is not (1 x sums), or the activation cannot share the sums out evenly.</exception>
    public Dense(Matrix weight, Matrix? bias, Activation activation)
    {
        ArgumentNullException.ThrowIfNull(weight);
        ArgumentNullException.ThrowIfNull(activation);
        if (weight.Values.IsEmpty)
            throw new ShapeException($"A layer's weight must have at least one row and one column, but it is {weight.Shape}.");
        if (weight.Columns % activation.SumsPerOutput != 0)
            throw new ShapeException($"{activation.Name} takes {activation.SumsPerOutput} sums an output; the weight is {weight.Shape}.");
        if (bias is not null)
            ShapeException.ThrowUnless(bias, 1, weight.Columns, $"Bias of a layer with weight {weight.Shape}");
        Weight = new("W", weight);
        Bias = bias is null ? null : new("b", bias);
        Activation = activation;
        Parameters = [Weight, .. Bias is null ? Array.Empty<Parameter>() : [Bias], .. activation.Parameters];
    }

    /// <summary>A layer with weights that an initializer draws.</summary>
    /// <param name="inputs">The size of the layer before.</param>
    /// <param name="outputs">The size of this layer.</param>
    /// <param name="activation">The activation.</param>
    /// <param name="weights">What draws the weights.</param>
    /// <param name="biases">What draws the biases; zeros if left out.</param>
    /// <param name="random">Where the randomness comes from.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive.</exception>
    public Dense(int inputs, int outputs, Activation activation, Initializer weights, Random random, Initializer? biases = null)
        : this(
            new Matrix(Positive(inputs), Positive(outputs) * SumsPerOutput(activation)).Fill(weights, inputs, outputs, random),
            new Matrix(1, outputs * SumsPerOutput(activation)).Fill(biases ?? Initialize.Zeros, inputs, outputs, random),
            activation)
    {
    }

    /// <summary>W, (inputs x sums).</summary>
    public Parameter Weight { get; }

    /// <summary>b, (1 x sums), if the layer has one.</summary>
    public Parameter? Bias { get; }

    /// <summary>f.</summary>
    public Activation Activation { get; }

    /// <summary>W, b and what the activation learns.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>How many numbers a row of the input has.</summary>
    public int Inputs => Weight.Value.Rows;

    /// <summary>How many numbers a row of the output has.</summary>
    public int Outputs => Weight.Value.Columns / Activation.SumsPerOutput;

    /// <summary>Z of the last forward pass, (batch x sums). The next pass overwrites it.</summary>
    public Matrix Z => z;

    /// <summary>A of the last forward pass, (batch x outputs). The next pass overwrites it.</summary>
    public Matrix A => a;

    /// <summary>
    /// dE/dZ of the last backward pass, (batch x sums): the slides' loss_2, delta(2) (COURSE C2, D2). The next pass overwrites it.
    /// </summary>
    public Matrix Delta => delta;

    /// <summary>dE/dA: a loss, or the next layer, writes it here.</summary>
    internal Matrix Upstream => upstream;

    /// <summary>A = f(prev W + b).</summary>
    /// <param name="prev">(batch x inputs).</param>
    /// <returns><see cref="A"/>, (batch x outputs).</returns>
    /// <exception cref="ShapeException">The columns of prev are not the layer's inputs.</exception>
    public Matrix Forward(Matrix prev)
    {
        ArgumentNullException.ThrowIfNull(prev);
        if (prev.Columns != Inputs)
            throw new ShapeException($"The input is {prev.Shape}, but must have {Inputs} columns: the weight is {Weight.Value.Shape}.");
        Prepare(prev.Rows);
        z.SetDot(prev, Weight.Value);
        if (Bias is not null)
            z.AddInPlace(Bias.Value);
        Activation.Forward(z, a);
        return a;
    }

    /// <summary>delta = dE/dA * f'(Z): the first two of the slides' three rules (COURSE C5).</summary>
    /// <returns><see cref="Delta"/>, (batch x sums).</returns>
    internal Matrix FindDelta()
    {
        Activation.Backward(z, a, upstream, delta);
        return delta;
    }

    /// <summary>dE/dprev = delta W': what the layer before has as its upstream gradient.</summary>
    /// <param name="target">(batch x inputs): receives it.</param>
    internal void FindInputGradient(Matrix target) => target.SetDotTranspose(delta, Weight.Value);

    /// <summary>dW = prev' delta, db = delta summed over the batch: the third rule.</summary>
    /// <param name="prev">(batch x inputs): what the forward pass was given.</param>
    internal void FindGradients(Matrix prev)
    {
        Weight.Gradient.SetTransposeDot(prev, delta);
        if (Bias is null)
            return;
        Bias.Gradient.Values.Clear();
        delta.AddRowsInto(Bias.Gradient);
    }

    /// <summary>The third rule and W := W - learningRate dW at once, without storing dW: half the memory traffic.</summary>
    /// <param name="prev">(batch x inputs): what the forward pass was given.</param>
    /// <param name="learningRate">The learning rate.</param>
    internal void Descend(Matrix prev, double learningRate)
    {
        Weight.Value.AddTransposeDot(-learningRate, prev, delta);
        if (Bias is not null)
            delta.AddRowsInto(Bias.Value, -learningRate);
        for (var i = 0; i < Activation.Parameters.Count; i++)
            Activation.Parameters[i].Value.AddInPlace(-learningRate, Activation.Parameters[i].Gradient);
    }

    private static int Positive(int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        return size;
    }

    private static int SumsPerOutput(Activation activation)
    {
        ArgumentNullException.ThrowIfNull(activation);
        return activation.SumsPerOutput;
    }

    private void Prepare(int batch)
    {
        if (z.Rows == batch && a.Columns == Outputs)
            return;
        (z, delta) = (new(batch, Weight.Value.Columns), new(batch, Weight.Value.Columns));
        (a, upstream) = (new(batch, Outputs), new(batch, Outputs));
    }
}
