using System.Globalization;
using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Initializers;
using CourseLabs.Backprop.Losses;
using CourseLabs.Backprop.Networks;
using CourseLabs.Examples;
using CourseLabs.Matrices;
using CourseLabs.Torch.Gradients;

namespace CourseLabs.Cli.Running;

/// <summary>
/// A random network and a random batch to check: weights randn / sqrt(n_in) and biases rand, as COURSE C4 has them, inputs N(0, 1), and
/// targets between 0 and 1, one-hot where they are classes.
/// </summary>
/// <param name="Layers">The size of the input and of every layer.</param>
/// <param name="Activation">The hidden layers' activation.</param>
/// <param name="Output">The output layer's activation.</param>
/// <param name="Loss">The loss.</param>
/// <param name="Batch">The number of rows.</param>
/// <param name="Seed">The seed of every draw.</param>
internal sealed record GradcheckRun(int[] Layers, string Activation, string Output, string Loss, int Batch, long Seed)
{
    private const int MostLayers = 100;
    private const double MostNumbers = 10_000_000;

    /// <summary>The output activation that goes with a loss, where the user names none.</summary>
    public static string OutputFor(string loss, string activation) => loss switch
    {
        "cross-entropy" => "identity",
        "binary-cross-entropy" => "sigmoid",
        _ => activation,
    };

    /// <summary>Draws and checks.</summary>
    /// <exception cref="UserErrorException">The network is too large, or its output is nothing for the loss.</exception>
    public GradientCheck Check()
    {
        ThrowIfImpossible();
        var random = SeededRandom.Of(Seed);
        var network = Network.Create(
            Layers, () => ActivationNames.Create(Activation), () => ActivationNames.Create(Output),
            Initialize.ScaledNormal, random, Initialize.Uniform());
        var x = new Matrix(Batch, Layers[0]);
        foreach (ref var value in x.Values)
            value = random.NextNormal();
        return GradientCheck.Of(network, x, Target(random), LossNames.Get(Loss), NumericEntries(network), random);
    }

    private Matrix Target(Random random)
    {
        var target = new Matrix(Batch, Layers[^1]);
        if (Loss == "cross-entropy" || Output == "softmax")
        {
            for (var row = 0; row < Batch; row++)
                target[row, random.Next(Layers[^1])] = 1;
            return target;
        }

        foreach (ref var value in target.Values)
            value = random.NextDouble();
        return target;
    }

    // Two forward passes an entry: as many as take some seconds, 100 at most.
    private int NumericEntries(Network network)
    {
        var pass = network.Layers.Sum(layer => (double)Batch * layer.Weight.Value.Values.Length);
        return (int)Math.Clamp(4e9 / (2 * pass * network.Parameters.Count), 5, 100);
    }

    private void ThrowIfImpossible()
    {
        if (Layers.Length - 1 > MostLayers)
            throw new UserErrorException($"gradcheck takes at most {MostLayers} layers after the input, not {Layers.Length - 1}.");
        var weights = Layers.Skip(1).Select((width, i) => (Layers[i] + 1.0) * width * Sums(i + 1)).Sum();
        var batch = Layers.Select((width, i) => (double)Batch * width * Sums(i)).Sum();
        if (weights > MostNumbers)
            throw new UserErrorException($"That network has {Text(weights)} parameters; gradcheck takes at most {Text(MostNumbers)}.");
        if (batch > MostNumbers)
            throw new UserErrorException(
                $"A batch of {Batch} makes {Text(batch)} numbers in that network; gradcheck takes at most {Text(MostNumbers)}.");
        if (Loss == "binary-cross-entropy" && Output is not ("sigmoid" or "softmax" or "step"))
            throw new UserErrorException(
                $"binary-cross-entropy needs outputs from 0 to 1, which {Output} does not give: use --output sigmoid or softmax.");

        int Sums(int layer) => layer == 0 ? 1 : ActivationNames.Create(layer < Layers.Length - 1 ? Activation : Output).SumsPerOutput;
        static string Text(double number) => number.ToString("N0", CultureInfo.InvariantCulture);
    }
}
