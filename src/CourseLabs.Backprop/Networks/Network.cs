using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Initializers;
using CourseLabs.Backprop.Losses;
using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Networks;

/// <summary>
/// A network of any depth, trained by the slides' three rules (COURSE C5):
/// <list type="number">
/// <item>output layer: delta = dE/dA * f'(Z);</item>
/// <item>hidden layer: delta = (next layer's delta, times its W') * f'(Z);</item>
/// <item>every layer: dW = prev' delta, db = delta summed over the batch.</item>
/// </list>
/// All deltas are found before any weight changes: the slide's train() uses the updated W3 for loss_2, which is a mistake (COURSE C!).
/// </summary>
public sealed class Network
{
    private Matrix? input;

    /// <summary>A network of the given layers.</summary>
    /// <param name="layers">The layers, from the first hidden one to the output; each takes what the one before gives.</param>
    /// <exception cref="ArgumentException">There is no layer, or two share a parameter.</exception>
    /// <exception cref="ShapeException">Two neighbors do not go together.</exception>
    public Network(params IReadOnlyList<Dense> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        if (layers.Count == 0)
            throw new ArgumentException("A network needs at least one layer.", nameof(layers));
        for (var i = 1; i < layers.Count; i++)
        {
            if (layers[i].Inputs != layers[i - 1].Outputs)
            {
                throw new ShapeException(
                    $"Layer {i + 1} has {layers[i - 1].Outputs} outputs, but layer {i + 2} a weight of {layers[i].Weight.Value.Shape}.");
            }
        }
        Layers = [.. layers];
        Parameters = [.. layers.SelectMany(layer => layer.Parameters)];
        if (Parameters.Distinct().Count() < Parameters.Count)
            throw new ArgumentException("Two layers share a parameter, or an activation that learns; each needs its own.", nameof(layers));
        NameParameters();
    }

    /// <summary>The layers, from the first hidden one to the output.</summary>
    public IReadOnlyList<Dense> Layers { get; }

    /// <summary>What training changes, named as on the slides (COURSE C2): W2, b2, W3, b3, and so on.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The network's output for the last input, (batch x outputs). The next pass overwrites it.</summary>
    public Matrix Output => Layers[^1].A;

    /// <summary>A network from its widths: <c>Create([784, 100, 10], ...)</c> is the slides' MNIST network (COURSE C4).</summary>
    /// <param name="widths">The size of the input and of every layer.</param>
    /// <param name="hidden">Makes the activation of a hidden layer; called for each.</param>
    /// <param name="output">Makes the activation of the output layer.</param>
    /// <param name="weights">What draws the weights.</param>
    /// <param name="random">Where the randomness comes from.</param>
    /// <param name="biases">What draws the biases; zeros if left out.</param>
    /// <returns>A new network.</returns>
    /// <exception cref="ArgumentException">There are fewer than two widths, or one is not positive.</exception>
    public static Network Create(
        IReadOnlyList<int> widths, Func<Activation> hidden, Func<Activation> output, Initializer weights, Random random,
        Initializer? biases = null)
    {
        ArgumentNullException.ThrowIfNull(widths);
        ArgumentNullException.ThrowIfNull(hidden);
        ArgumentNullException.ThrowIfNull(output);
        if (widths.Count < 2 || widths.Any(width => width < 1))
            throw new ArgumentException($"A network needs two or more positive widths, not [{string.Join(", ", widths)}].", nameof(widths));
        var layers = new List<Dense>();
        for (var i = 1; i < widths.Count; i++)
            layers.Add(new(widths[i - 1], widths[i], i + 1 < widths.Count ? hidden() : output(), weights, random, biases));
        return new(layers);
    }

    /// <summary>The output for a batch.</summary>
    /// <param name="x">(batch x inputs), one example a row, at least one. A NaN in it is carried to the output.</param>
    /// <returns><see cref="Output"/>, (batch x outputs).</returns>
    /// <exception cref="ShapeException">The batch is empty, or its columns are not the inputs.</exception>
    public Matrix Forward(Matrix x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Rows == 0)
            throw new ShapeException($"The batch is empty, its shape is {x.Shape}: it needs at least one row.");
        input = x;
        for (var i = 0; i < Layers.Count; i++)
            x = Layers[i].Forward(x);
        return x;
    }

    /// <summary>Finds the gradient of every parameter, after <see cref="Forward"/>.</summary>
    /// <param name="upstream">(batch x outputs): dE/dA of the output.</param>
    /// <exception cref="InvalidOperationException">There was no forward pass.</exception>
    /// <exception cref="ShapeException">The shape is not the output's.</exception>
    public void Backward(Matrix upstream)
    {
        ArgumentNullException.ThrowIfNull(upstream);
        var x = Input;
        ShapeException.ThrowUnless(upstream, Output.Rows, Output.Columns, "Gradient by the network's output");
        Layers[^1].Upstream.CopyFrom(upstream);
        FindDeltas();
        FindGradients(x);
    }

    /// <summary>The loss of a batch, and the gradient of every parameter: one forward and one backward pass.</summary>
    /// <param name="x">(batch x inputs).</param>
    /// <param name="target">(batch x outputs).</param>
    /// <param name="loss">The loss.</param>
    /// <returns>The loss, before any update.</returns>
    /// <exception cref="ShapeException">A shape does not go with the network's.</exception>
    public double FindGradients(Matrix x, Matrix target, Loss loss)
    {
        var value = FindDeltas(x, target, loss);
        FindGradients(x);
        return value;
    }

    /// <summary>
    /// One step of gradient descent, W := W - learningRate dW, without storing dW and without allocating: the slides' train() for one row
    /// or a batch (COURSE C4). It does what <see cref="FindGradients(Matrix, Matrix, Loss)"/> and SGD do, to rounding.
    /// </summary>
    /// <param name="x">(batch x inputs).</param>
    /// <param name="target">(batch x outputs).</param>
    /// <param name="loss">The loss.</param>
    /// <param name="learningRate">The learning rate.</param>
    /// <returns>The loss, before the update.</returns>
    /// <exception cref="ShapeException">A shape does not go with the network's.</exception>
    public double Train(Matrix x, Matrix target, Loss loss, double learningRate)
    {
        var value = FindDeltas(x, target, loss);
        for (var i = 0; i < Layers.Count; i++)
            Layers[i].Descend(i == 0 ? x : Layers[i - 1].A, learningRate);
        return value;
    }

    /// <summary>dE/dX of the last backward pass: delta of the first layer times its W'.</summary>
    /// <returns>A new (batch x inputs) matrix.</returns>
    /// <exception cref="InvalidOperationException">There was no forward pass.</exception>
    public Matrix InputGradient()
    {
        var result = new Matrix(Input.Rows, Input.Columns);
        Layers[0].FindInputGradient(result);
        return result;
    }

    private Matrix Input => input ?? throw new InvalidOperationException("A backward pass needs a forward pass before it.");

    private double FindDeltas(Matrix x, Matrix target, Loss loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        var output = Forward(x);
        var value = loss.Value(output, target);
        loss.Gradient(output, target, Layers[^1].Upstream);
        FindDeltas();
        return value;
    }

    // Rules 1 and 2, from the output to the first layer.
    private void FindDeltas()
    {
        for (var i = Layers.Count - 1; i >= 0; i--)
        {
            Layers[i].FindDelta();
            if (i > 0)
                Layers[i].FindInputGradient(Layers[i - 1].Upstream);
        }
    }

    // Rule 3.
    private void FindGradients(Matrix x)
    {
        for (var i = 0; i < Layers.Count; i++)
            Layers[i].FindGradients(i == 0 ? x : Layers[i - 1].A);
    }

    private void NameParameters()
    {
        for (var i = 0; i < Layers.Count; i++)
        {
            foreach (var parameter in Layers[i].Parameters)
            {
                parameter.Layer = i + 2;
                parameter.Name = parameter.Name.TrimEnd([.. "0123456789"]) + parameter.Layer;
            }
        }
    }
}
