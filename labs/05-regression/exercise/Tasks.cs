using CourseLabs.Matrices;
using static TorchSharp.torch;

namespace Lab05;

/// <summary>
/// Lab 05, regression with nn.Sequential. The slide's program learns y = 8 x^2 + 7 x + 3 from 1000 points with noise. A batch holds one
/// example a row; a weight matrix is (inputs x outputs), a bias (1 x outputs).
/// </summary>
public static class Tasks
{
    /// <summary>Task 5.1: the L1 loss, the mean of |output - label| over all examples.</summary>
    public static double L1Loss(double[] output, double[] label)
    {
        // BEGIN SOLUTION
        double sum = 0;
        for (var i = 0; i < output.Length; i++)
            sum += Math.Abs(output[i] - label[i]);
        return sum / output.Length;
        // END SOLUTION
    }

    /// <summary>
    /// Task 5.2: the derivative of the L1 loss (the mean) by each output. Where output and label are equal, |output - label| has a corner:
    /// take 0 there, as torch does.
    /// </summary>
    public static double[] L1Gradient(double[] output, double[] label)
    {
        // BEGIN SOLUTION
        var gradient = new double[output.Length];
        for (var i = 0; i < output.Length; i++)
            gradient[i] = (double)Math.Sign(output[i] - label[i]) / output.Length;
        return gradient;
        // END SOLUTION
    }

    /// <summary>
    /// Task 5.3: how many numbers (weights and biases) the linear layers of a network learn. sizes has the inputs, each hidden layer and
    /// the outputs: the slide's network is 1, 10, 6, 1.
    /// </summary>
    public static int ParameterCount(int[] sizes)
    {
        // BEGIN SOLUTION
        var count = 0;
        for (var i = 1; i < sizes.Length; i++)
            count += (sizes[i - 1] * sizes[i]) + sizes[i];
        return count;
        // END SOLUTION
    }

    /// <summary>
    /// Task 5.4: the output of the network for x (rows x inputs). weights is W1, b1, W2, b2, ...; each layer is a W + b, and ReLU stands
    /// between the layers: after each but the last.
    /// </summary>
    public static Matrix Forward(Matrix x, Matrix[] weights)
    {
        var a = x;

        // BEGIN SOLUTION
        for (var i = 0; i < weights.Length; i += 2)
        {
            a = a.Dot(weights[i]) + weights[i + 1];
            if (i + 2 < weights.Length)
                a = a.Map(z => Math.Max(0, z));
        }
        // END SOLUTION

        return a;
    }

    /// <summary>
    /// Task 5.5: the mini-batches of an epoch. order has the numbers of the rows, shuffled; the first batch is the first size of them, and
    /// so on. The last batch is shorter where they do not come out even; no batch is empty.
    /// </summary>
    public static int[][] Batches(int[] order, int size)
    {
        // BEGIN SOLUTION
        var batches = new List<int[]>();
        for (var first = 0; first < order.Length; first += size)
            batches.Add(order[first..Math.Min(first + size, order.Length)]);
        return [.. batches];
        // END SOLUTION
    }

    /// <summary>
    /// Task 5.6: the slide's data, in the slide's order: first x, count numbers from U(-15, 15), then the noise, count numbers from N(0,
    /// 1); y = 8 x^2 + 7 x + 3 + noise. x and y are (count x 1), float32. torch's generator is seeded: do not seed it.
    /// </summary>
    public static (Tensor x, Tensor y) Data(int count)
    {
        // BEGIN SOLUTION
        var x = empty(count, 1).uniform_(-15, 15);
        var noise = empty(count, 1).normal_(0, 1);
        return (x, (8 * x.pow(2)) + (7 * x) + 3 + noise);
        // END SOLUTION
    }

    /// <summary>
    /// Task 5.7: the slide's network as a module: 1 input, two hidden layers of hidden1 and hidden2 neurons with ReLU, 1 output. On the
    /// slide hidden1 = 10 and hidden2 = 6.
    /// </summary>
    public static nn.Module<Tensor, Tensor> RegressionModel(int hidden1, int hidden2)
    {
        // BEGIN SOLUTION
        return nn.Sequential(
            nn.Linear(1, hidden1), nn.ReLU(),
            nn.Linear(hidden1, hidden2), nn.ReLU(),
            nn.Linear(hidden2, 1));
        // END SOLUTION
    }

    /// <summary>
    /// Task 5.8: what one epoch of the slide's program does: output, clear, loss, gradients, step. losses[i] is the loss of epoch i, of the
    /// output before the step. x is (rows x inputs), label (rows x 1), float64.
    /// </summary>
    public static (double[] losses, Tensor weight, Tensor bias) Train(
        Tensor x, Tensor label, Tensor weight, Tensor bias, double lr, int epochs)
    {
        using var model = nn.Linear(x.shape[1], 1, dtype: ScalarType.Float64);
        using (no_grad())
        {
            model.weight!.copy_(weight);
            model.bias!.copy_(bias);
        }

        using var lossFunc = nn.L1Loss();
        using var optimizer = optim.SGD(model.parameters(), lr);
        var losses = new double[epochs];
        for (var i = 0; i < epochs; i++)
        {
            // BEGIN SOLUTION
            var output = model.call(x);
            optimizer.zero_grad();
            var loss = lossFunc.call(output, label);
            loss.backward();
            optimizer.step();
            losses[i] = loss.item<double>();
            // END SOLUTION
        }

        return (losses, model.weight.detach().clone(), model.bias.detach().clone());
    }

    /// <summary>
    /// Task 5.9: the L1 loss where the shapes do not fit: output is (n x 1), label (n). Row i of output belongs to number i of label.
    /// </summary>
    public static double PairedLoss(Tensor output, Tensor label)
    {
        // BEGIN SOLUTION
        return (output - label.reshape(-1, 1)).abs().mean().item<double>();
        // END SOLUTION
    }

    /// <summary>
    /// Task 5.10: the trained network's output relu(x w1 + b1) w2 + b2, without a graph: nobody will ask for gradients, so autograd should
    /// keep nothing. x is (rows x inputs), w1 (inputs x hidden), b1 (1 x hidden), w2 (hidden x 1), b2 (1 x 1).
    /// </summary>
    public static (Tensor output, bool tracked) Predict(Tensor x, Tensor w1, Tensor b1, Tensor w2, Tensor b2)
    {
        // The parameters of a trained network ask for gradients.
        (w1, b1) = (w1.clone().requires_grad_(), b1.clone().requires_grad_());
        (w2, b2) = (w2.clone().requires_grad_(), b2.clone().requires_grad_());
        Tensor output;

        // BEGIN SOLUTION
        using (no_grad())
            output = nn.functional.relu(x.mm(w1) + b1).mm(w2) + b2;
        // END SOLUTION

        return (output, output.requires_grad);
    }

    /// <summary>
    /// Task 5.11: the mean absolute error and the mean squared error, computed in float64. output and label are float32, (n x 1), with
    /// numbers from -20 to 2000, as the slide's y: in float32 a sum of their squares keeps 7 digits.
    /// </summary>
    public static (double mae, double mse) Errors(Tensor output, Tensor label)
    {
        // BEGIN SOLUTION
        var difference = output.to(ScalarType.Float64) - label.to(ScalarType.Float64);
        return (difference.abs().mean().item<double>(), difference.pow(2).mean().item<double>());
        // END SOLUTION
    }
}
