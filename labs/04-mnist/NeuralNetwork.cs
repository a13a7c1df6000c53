using CourseLabs.Backprop.Initializers;
using CourseLabs.Data.Digits;
using CourseLabs.Matrices;

namespace CourseLabs.Labs;

// Deck C's "CODE – NeuralNetwork class" (COURSE C4), method by method. np.dot(a, b) is a.Dot(b) here. What differs (labs/ERRATA.md):
// correctOrder takes loss_2 from the W3 before its update, where the slide takes it from the W3 that it has just changed; loss_val calls
// feed_forward, whose body it has on the slides; accuracy is mended so that it runs. W2 and W3 are updated in place, for W2 has 78,400
// numbers and an epoch 60,000 updates. DeepNeuralNetwork overrides what is virtual: any number of hidden layers, and faster.
public class NeuralNetwork
{
    private readonly double learningRate;
    private readonly bool correctOrder;
    private Matrix W2, b2, W3, b3;
    private Matrix inputData = new(1, 0), targetData = new(1, 0), A1 = new(1, 0), A2 = new(1, 0), A3 = new(1, 0);

    // 생성자 __init__
    public NeuralNetwork(int inputNodes, int hiddenNodes, int outputNodes, double learningRate, bool correctOrder, Random random)
    {
        W2 = new Matrix(inputNodes, hiddenNodes).Map(_ => random.NextNormal()) / Math.Sqrt(inputNodes);
        b2 = new Matrix(1, hiddenNodes).Map(_ => random.NextDouble());
        W3 = new Matrix(hiddenNodes, outputNodes).Map(_ => random.NextNormal()) / Math.Sqrt(hiddenNodes);
        b3 = new Matrix(1, outputNodes).Map(_ => random.NextDouble());
        (this.learningRate, this.correctOrder) = (learningRate, correctOrder);
    }

    // With weights that are there already: W2, b2, W3, b3.
    public NeuralNetwork(IReadOnlyList<Matrix> weights, double learningRate, bool correctOrder) =>
        (W2, b2, W3, b3, this.learningRate, this.correctOrder) =
            (weights[0], weights[1], weights[^2], weights[^1], learningRate, correctOrder);

    public virtual IReadOnlyList<Matrix> Weights => [W2, b2, W3, b3];

    public virtual double FeedForward()
    {
        A1 = inputData;
        var Z2 = A1.Dot(W2) + b2;
        A2 = Sigmoid(Z2);
        var Z3 = A2.Dot(W3) + b3;
        A3 = Sigmoid(Z3);
        return CrossEntropy(A3, targetData);
    }

    public double LossVal() => FeedForward();

    public virtual void Train(Matrix inputData, Matrix targetData)
    {
        (this.targetData, this.inputData) = (targetData, inputData);
        FeedForward();

        ShapeException.ThrowUnlessSame(A3, targetData, "Output and target");
        var loss_3 = (A3 - targetData) * A3 * (1 - A3);
        var W3OfLoss2 = correctOrder ? W3.Copy() : W3;
        W3.AddTransposeDot(-learningRate, A2, loss_3); // W3 = W3 - learning_rate * np.dot(A2.T, loss_3)
        b3 = b3 - (learningRate * loss_3);

        var loss_2 = loss_3.Dot(W3OfLoss2.T) * A2 * (1 - A2);
        W2.AddTransposeDot(-learningRate, A1, loss_2); // W2 = W2 - learning_rate * np.dot(A1.T, loss_2)
        b2 = b2 - (learningRate * loss_2);
    }

    public virtual int Predict(Matrix inputData)
    {
        var A2 = Sigmoid(inputData.Dot(W2) + b2);
        var A3 = Sigmoid(A2.Dot(W3) + b3);
        return A3.IndexOfMax(0); // np.argmax
    }

    public (List<int> Matched, List<int> NotMatched) Accuracy(MnistDigits testData)
    {
        List<int> matchedList = [], notMatchedList = [];
        for (var index = 0; index < testData.Count; index++)
        {
            var data = (testData.Row(index) / 255.0 * 0.99) + 0.01;
            (testData.Labels[index] == Predict(data) ? matchedList : notMatchedList).Add(index);
        }

        return (matchedList, notMatchedList);
    }

    // What feed_forward returns and the program prints; train takes the gradient of the squared error. delta: log 무한대 발산 방지.
    protected static double CrossEntropy(Matrix a3, Matrix targetData, double delta = 1e-7) =>
        -((targetData * (a3 + delta).Map(Math.Log)) + ((1 - targetData) * (1 - a3 + delta).Map(Math.Log))).Sum();

    private static Matrix Sigmoid(Matrix z) => z.Map(v => 1 / (1 + Math.Exp(-v)));
}
