using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Initializers;
using CourseLabs.Backprop.Losses;
using CourseLabs.Matrices;
using CourseLabs.Backprop.Networks;
using CourseLabs.Data.Digits;

namespace CourseLabs.Labs;

/// <summary>
/// The slide's <c>class NeuralNetwork</c> (COURSE C4): sigmoid layers, trained by one row at a time. The slide has one hidden layer;
/// by its appendix's three rules (COURSE C5) there may be any number. Training allocates nothing.
/// </summary>
public sealed class NeuralNetwork
{
    private const double Delta = 1e-7; // the slide's, against the logarithm of 0

    private static readonly HalfSquaredError SquaredError = new();

    private readonly double learningRate;
    private readonly SlideOrder? slideOrder;

    /// <summary>The slide's <c>__init__</c>: W ~ randn / sqrt(n_in), b ~ rand.</summary>
    /// <param name="inputNodes">784 for MNIST.</param>
    /// <param name="hiddenNodes">The size of each hidden layer; the slide's is [100].</param>
    /// <param name="outputNodes">10, one a digit.</param>
    /// <param name="learningRate">0.3 on the slide.</param>
    /// <param name="order">When a hidden layer's loss is taken.</param>
    /// <param name="random">Draws W2, b2, W3, b3, ... in this order.</param>
    /// <exception cref="ArgumentException">A size is not positive.</exception>
    public NeuralNetwork(int inputNodes, IReadOnlyList<int> hiddenNodes, int outputNodes, double learningRate, UpdateOrder order, Random random)
        : this(
            Network.Create(
                [inputNodes, .. hiddenNodes, outputNodes], () => new Sigmoid(), () => new Sigmoid(), Initialize.ScaledNormal, random,
                biases: Initialize.Uniform(0, 1)),
            learningRate,
            order)
    {
    }

    /// <summary>With weights that are there already, such as <see cref="SavedNetwork.Load"/>'s.</summary>
    /// <param name="layers">Sigmoid layers with biases; kept, not copied.</param>
    /// <param name="learningRate">The learning rate.</param>
    /// <param name="order">When a hidden layer's loss is taken.</param>
    public NeuralNetwork(Network layers, double learningRate, UpdateOrder order)
    {
        ArgumentNullException.ThrowIfNull(layers);
        (Layers, this.learningRate) = (layers, learningRate);
        slideOrder = order == UpdateOrder.Slide ? new(layers) : null;
    }

    /// <summary>W2, b2, Z2, A2 and the following layers'.</summary>
    public Network Layers { get; }

    /// <summary>The slide's <c>feed_forward</c>: Z2 = A1 W2 + b2, A2 = sigmoid(Z2), Z3 = A2 W3 + b3, A3 = sigmoid(Z3).</summary>
    /// <param name="inputData">(1 x inputs).</param>
    /// <returns>A3, (1 x outputs); the next pass overwrites it.</returns>
    public Matrix FeedForward(Matrix inputData) => Layers.Forward(inputData);

    /// <summary>
    /// The slide's <c>loss_val</c>, -sum(t log(A3 + delta) + (1 - t) log(1 - A3 + delta)): a cross-entropy, though the gradient is the
    /// squared error's (COURSE C!).
    /// </summary>
    /// <param name="inputData">(1 x inputs).</param>
    /// <param name="targetData">(1 x outputs).</param>
    /// <returns>The loss with the weights as they are now.</returns>
    public double LossVal(Matrix inputData, Matrix targetData)
    {
        ArgumentNullException.ThrowIfNull(targetData);
        ReadOnlySpan<double> a3 = FeedForward(inputData).Values, t = targetData.Values;
        double sum = 0;
        for (int i = 0; i < a3.Length; i++)
            sum += (t[i] * Math.Log(a3[i] + Delta)) + ((1 - t[i]) * Math.Log(1 - a3[i] + Delta));
        return -sum;
    }

    /// <summary>
    /// The slide's <c>train</c>, one step on one row:
    /// <code>
    /// loss_3 = (A3 - target_data) * A3 * (1 - A3)
    /// loss_2 = dot(loss_3, W3.T) * A2 * (1 - A2)
    /// W3 = W3 - learning_rate * dot(A2.T, loss_3);  b3 = b3 - learning_rate * loss_3
    /// W2 = W2 - learning_rate * dot(A1.T, loss_2);  b2 = b2 - learning_rate * loss_2
    /// </code>
    /// The slide has its second line below its third: <see cref="SlideOrder"/>.
    /// </summary>
    /// <param name="inputData">(1 x inputs).</param>
    /// <param name="targetData">(1 x outputs).</param>
    public void Train(Matrix inputData, Matrix targetData)
    {
        if (slideOrder is null)
            Layers.Train(inputData, targetData, SquaredError, learningRate);
        else
            slideOrder.Train(inputData, targetData, learningRate);
    }

    /// <summary>The slide's <c>predict</c>: the output that is largest.</summary>
    /// <param name="inputData">(1 x inputs).</param>
    /// <returns>The digit.</returns>
    public int Predict(Matrix inputData) => FeedForward(inputData).IndexOfMax(0);

    /// <summary>The slide's <c>accuracy</c>.</summary>
    /// <param name="testData">Pictures and labels.</param>
    /// <returns>Where in the data the right answers lie, and where the wrong ones.</returns>
    public (IReadOnlyList<int> Matched, IReadOnlyList<int> NotMatched) Accuracy(MnistDigits testData)
    {
        ArgumentNullException.ThrowIfNull(testData);
        var (matchedList, notMatchedList) = (new List<int>(), new List<int>());
        var row = new DigitRow(testData);
        for (int index = 0; index < testData.Count; index++)
        {
            row.Read(index);
            if (Predict(row.InputData) == testData.Labels[index])
                matchedList.Add(index);
            else
                notMatchedList.Add(index);
        }

        return (matchedList, notMatchedList);
    }
}
