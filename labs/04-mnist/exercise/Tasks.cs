using CourseLabs.Matrices;
using static TorchSharp.torch;

namespace Lab04;

/// <summary>
/// Lab 04, MNIST by hand and with TorchSharp. A picture is a row of pixels from 0 to 255, its label a digit. By hand a batch is one row, a
/// weight matrix is (inputs x outputs), a bias (1 x outputs).
/// </summary>
public static class Tasks
{
    /// <summary>Task 4.1: the pixels (0 to 255) as inputs from 0.01 to 1: x / 255 * 0.99 + 0.01.</summary>
    public static double[] Scale(int[] pixels)
    {
        // BEGIN SOLUTION
        var inputs = new double[pixels.Length];
        for (var i = 0; i < pixels.Length; i++)
            inputs[i] = (pixels[i] / 255.0 * 0.99) + 0.01;
        return inputs;
        // END SOLUTION
    }

    /// <summary>Task 4.2: the target of a digit: (1 x count), 0.99 at the digit's place, 0.01 elsewhere. The places count from 0.</summary>
    public static Matrix Target(int digit, int count)
    {
        // BEGIN SOLUTION
        var target = new Matrix(1, count) + 0.01;
        target[0, digit] = 0.99;
        return target;
        // END SOLUTION
    }

    /// <summary>
    /// Task 4.3: how well the predictions meet the labels: the fraction that is right (0.9432, not 94.32), the indices where prediction and
    /// label are the same, and those where they are not. The indices count from 0 and ascend.
    /// </summary>
    public static (double accuracy, int[] matched, int[] notMatched) Accuracy(int[] predicted, int[] labels)
    {
        // BEGIN SOLUTION
        List<int> matched = [], notMatched = [];
        for (var index = 0; index < labels.Length; index++)
            (labels[index] == predicted[index] ? matched : notMatched).Add(index);
        return ((double)matched.Count / labels.Length, [.. matched], [.. notMatched]);
        // END SOLUTION
    }

    /// <summary>
    /// Task 4.4: one training step on one row, the new weights: each weight minus eta times its gradient of E = 1/2 sum (t - A3)^2. x is
    /// (1 x inputs), t (1 x outputs). All gradients are those of the old weights.
    /// </summary>
    public static (Matrix w2, Matrix b2, Matrix w3, Matrix b3) TrainStep(
        Matrix x, Matrix t, Matrix w2, Matrix b2, Matrix w3, Matrix b3, double eta)
    {
        var a2 = (x.Dot(w2) + b2).Map(Sigmoid);
        var a3 = (a2.Dot(w3) + b3).Map(Sigmoid);

        // BEGIN SOLUTION
        var loss3 = (a3 - t) * a3 * (1 - a3);
        var loss2 = loss3.Dot(w3.T) * a2 * (1 - a2);
        return (w2 - (eta * x.T.Dot(loss2)), b2 - (eta * loss2), w3 - (eta * a2.T.Dot(loss3)), b3 - (eta * loss3));
        // END SOLUTION
    }

    /// <summary>
    /// Task 4.5: how many numbers a convolution (or a pooling) makes of size numbers, in one direction: the kernel is put at every
    /// stride-th place where it fits, after padding numbers have been added at both ends.
    /// </summary>
    public static int OutputSize(int size, int kernel, int stride, int padding)
    {
        // BEGIN SOLUTION
        return ((size + (2 * padding) - kernel) / stride) + 1;
        // END SOLUTION
    }

    /// <summary>Task 4.6: how many numbers a convolution with (kernel x kernel) filters learns, its biases among them.</summary>
    public static int ConvolutionParameters(int inChannels, int outChannels, int kernel)
    {
        // BEGIN SOLUTION
        return outChannels * ((inChannels * kernel * kernel) + 1);
        // END SOLUTION
    }

    /// <summary>
    /// Task 4.7: labels (rows, int64) as one-hot rows (rows x classes), float32: 1 at the label's place, 0 elsewhere. Not every class need
    /// be among the labels.
    /// </summary>
    public static Tensor OneHot(Tensor labels, int classes)
    {
        // BEGIN SOLUTION
        return labels.unsqueeze(1).eq(arange(classes).unsqueeze(0)).to(ScalarType.Float32);
        // END SOLUTION
    }

    /// <summary>Task 4.8: the predicted class of each row of logits (rows x classes): (rows), int64.</summary>
    public static Tensor Predictions(Tensor logits)
    {
        // BEGIN SOLUTION
        return logits.argmax(1);
        // END SOLUTION
    }

    /// <summary>
    /// Task 4.9: the cross-entropy by hand: the mean over the rows of log(sum_j exp(z_j)) - z_label. logits is (rows x classes), float64,
    /// labels (rows), int64; the result is a scalar. Logits of 1000 and of -1000 must come out right too: take out each row's maximum.
    /// </summary>
    public static Tensor CrossEntropy(Tensor logits, Tensor labels)
    {
        // BEGIN SOLUTION
        var largest = logits.amax([1], keepdim: true);
        var logOfSum = (logits - largest).exp().sum(dim: 1, keepdim: true).log() + largest;
        return (logOfSum - logits.gather(1, labels.unsqueeze(1))).mean();
        // END SOLUTION
    }

    /// <summary>
    /// Task 4.10: the slide's network as a module: a hidden layer of hidden neurons and an output layer, both with the sigmoid. On the
    /// slide the sizes are 784, 100 and 10.
    /// </summary>
    public static nn.Module<Tensor, Tensor> SlideNetwork(int inputs, int hidden, int outputs)
    {
        // BEGIN SOLUTION
        return nn.Sequential(nn.Linear(inputs, hidden), nn.Sigmoid(), nn.Linear(hidden, outputs), nn.Sigmoid());
        // END SOLUTION
    }

    /// <summary>
    /// Task 4.11: a convolutional network for pictures (rows x 1 x 28 x 28), whose logits are (rows x 10): a convolution of first filters,
    /// ReLU, max pooling; a convolution of second filters, ReLU, max pooling; a linear layer. The filters are (5 x 5), without padding, the
    /// pooling (2 x 2).
    /// </summary>
    public static nn.Module<Tensor, Tensor> DigitNetwork(int first, int second)
    {
        // BEGIN SOLUTION
        return nn.Sequential(
            nn.Conv2d(1, first, 5), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(first, second, 5), nn.ReLU(), nn.MaxPool2d(2),
            nn.Flatten(), nn.Linear(second * 4 * 4, 10));
        // END SOLUTION
    }

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));
}
