using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Initializers;
using CourseLabs.Backprop.Losses;
using CourseLabs.Backprop.Networks;
using CourseLabs.Matrices;

namespace CourseLabs.Labs;

// The slide's network with any number of hidden layers, by the appendix's three rules (COURSE C5), for --hidden-sizes 100,50. A step
// allocates nothing, which also makes it the faster one; with one hidden layer the weights are the slide's to rounding.
public sealed class DeepNeuralNetwork : NeuralNetwork
{
    private static readonly HalfSquaredError SquaredError = new();

    private readonly Network layers;
    private readonly double learningRate;
    private readonly bool correctOrder;

    // loss_2, loss_3, ... and what each layer is given for it: made once.
    private readonly Matrix[] losses, upstreams;
    private Matrix inputData = new(1, 0), targetData = new(1, 0);

    public DeepNeuralNetwork(
        int inputNodes, IReadOnlyList<int> hiddenNodes, int outputNodes, double learningRate, bool correctOrder, Random random)
        : this(
            [
                .. Network.Create(
                    [inputNodes, .. hiddenNodes, outputNodes], () => new Sigmoid(), () => new Sigmoid(), Initialize.ScaledNormal, random,
                    biases: Initialize.Uniform(0, 1)).Parameters.Select(p => p.Value),
            ],
            learningRate, correctOrder)
    {
    }

    // W2, b2, W3, b3, W4, b4, ...
    public DeepNeuralNetwork(IReadOnlyList<Matrix> weights, double learningRate, bool correctOrder)
        : base(weights, learningRate, correctOrder)
    {
        layers = new([.. weights.Chunk(2).Select(pair => new Dense(pair[0], pair[1], new Sigmoid()))]);
        (this.learningRate, this.correctOrder) = (learningRate, correctOrder);
        losses = [.. layers.Layers.Select(layer => new Matrix(1, layer.Outputs))];
        upstreams = [.. losses.Select(loss => loss.Copy())];
    }

    public override IReadOnlyList<Matrix> Weights => [.. layers.Parameters.Select(p => p.Value)];

    public override double FeedForward() => CrossEntropy(layers.Forward(inputData), targetData);

    public override int Predict(Matrix inputData) => layers.Forward(inputData).IndexOfMax(0);

    public override void Train(Matrix inputData, Matrix targetData)
    {
        (this.inputData, this.targetData) = (inputData, targetData);
        if (correctOrder)
            layers.Train(inputData, targetData, SquaredError, learningRate);
        else
            TrainInTheSlidesOrder();
    }

    // Each layer's weights change before the layer below takes its loss from them, which is then not the gradient.
    private void TrainInTheSlidesOrder()
    {
        SquaredError.Gradient(layers.Forward(inputData), targetData, upstreams[^1]); // A3 - target_data
        for (var k = layers.Layers.Count - 1; k >= 0; k--)
        {
            var layer = layers.Layers[k];
            layer.Activation.Backward(layer.Z, layer.A, upstreams[k], losses[k]); // times A (1 - A)
            layer.Weight.Value.AddTransposeDot(-learningRate, k > 0 ? layers.Layers[k - 1].A : inputData, losses[k]);
            layer.Bias!.Value.AddInPlace(-learningRate, losses[k]);
            if (k > 0)
                upstreams[k - 1].SetDotTranspose(losses[k], layer.Weight.Value); // dot(loss_3, W3.T), of the W3 that has changed
        }
    }
}
