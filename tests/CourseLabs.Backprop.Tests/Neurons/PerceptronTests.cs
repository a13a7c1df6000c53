using CourseLabs.Backprop.Neurons;
using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Tests.Neurons;

public class PerceptronTests
{
    private static readonly Matrix Inputs = Matrix.FromRows([0, 0], [1, 0], [0, 1], [1, 1]);
    private static readonly int[] Or = [-1, 1, 1, 1];
    private static readonly int[] And = [-1, -1, -1, 1];
    private static readonly int[] Xor = [-1, 1, 1, -1];

    [Fact]
    public void The_slides_OR_gate_gives_its_scores_and_classes()
    {
        var gate = new Perceptron(-0.5, 1, 1);

        Assert.Equal([-0.5, 0.5, 0.5, 1.5], Rows().Select(x => gate.Score(x)));
        Assert.Equal([-1, 1, 1, 1], Rows().Select(x => gate.Predict(x)));
        Assert.Equal([-0.5, 1, 1], gate.Weights.Values);
    }

    [Fact]
    public void A_score_of_0_is_class_1() => Assert.Equal(1, new Perceptron(0, 1).Predict(0));

    [Fact]
    public void OR_and_AND_are_learned_from_every_start()
    {
        foreach (var targets in new[] { Or, And })
        {
            for (var seed = 0; seed < 200; seed++)
            {
                var perceptron = new Perceptron(2, new Random(seed));
                var training = perceptron.Train(Inputs, targets, learningRate: 0.1);

                Assert.Equal(PerceptronEnd.Converged, training.End);
                Assert.Equal(0, training.Errors[^1]);
                Assert.Equal(targets, Rows().Select(x => perceptron.Predict(x)));
            }
        }
    }

    [Fact]
    public void XOR_is_learned_from_no_start()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var training = new Perceptron(2, new Random(seed)).Train(Inputs, Xor, maxEpochs: 300);

            Assert.NotEqual(PerceptronEnd.Converged, training.End);
            Assert.All(training.Errors, errors => Assert.True(errors > 0));
        }
    }

    [Fact]
    public void On_XOR_the_weights_from_0_come_back_to_where_they_were()
    {
        var training = new Perceptron(0, 0, 0).Train(Inputs, Xor, learningRate: 0.5);

        Assert.Equal(PerceptronEnd.Cycles, training.End);
    }

    [Fact]
    public void The_limit_ends_the_training()
    {
        var training = new Perceptron(100, 0, 0).Train(Inputs, Or, learningRate: 0.1, maxEpochs: 7);

        Assert.Equal(PerceptronEnd.LimitReached, training.End);
        Assert.Equal(7, training.Errors.Count);
    }

    [Fact]
    public void One_error_moves_the_weights_by_the_learning_rate_times_error_times_input()
    {
        var perceptron = new Perceptron(-1, 0, 0);

        perceptron.Train(Matrix.FromRow(2, -3), [1], learningRate: 0.25, maxEpochs: 1);

        // The prediction was -1, the error 1 - -1 = 2: w += 0.25 * 2 * (1, 2, -3).
        Assert.Equal([-0.5, 1, -1.5], perceptron.Weights.Values);
    }

    [Fact]
    public void Wrong_examples_and_settings_are_refused()
    {
        var perceptron = new Perceptron(0, 0, 0);

        Assert.Contains("(4 x 2)", Assert.Throws<ShapeException>(() => perceptron.Train(Inputs, [1, 1])).Message, StringComparison.Ordinal);
        Assert.Throws<ShapeException>(() => perceptron.Train(new Matrix(4, 3), Or));
        Assert.Throws<ShapeException>(() => perceptron.Train(new Matrix(0, 2), []));
        Assert.Throws<ShapeException>(() => perceptron.Predict(1, 2, 3));
        Assert.Throws<ArgumentException>(() => perceptron.Train(Inputs, [0, 1, 1, 1]));
        Assert.Throws<ArgumentException>(() => perceptron.Train(Inputs, Or, learningRate: 0));
        Assert.Throws<ArgumentException>(() => perceptron.Train(Inputs, Or, maxEpochs: 0));
        Assert.Throws<ArgumentException>(() => new Perceptron(1));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_number_that_is_not_finite_is_refused_and_of_no_class(double number)
    {
        var perceptron = new Perceptron(0, 0, 0);

        // With NaN for its weights it would take everything for class -1, and have learned it.
        Assert.Throws<ArgumentException>(() => perceptron.Train(Matrix.FromRow(number, 1), [-1]));
        Assert.Throws<ArgumentException>(() => perceptron.Train(Inputs, Or, learningRate: number));
        Assert.Equal([0, 0, 0], perceptron.Weights.Values);
        Assert.Throws<ArithmeticException>(() => perceptron.Predict(number, 1));
    }

    private static IEnumerable<double[]> Rows() => Enumerable.Range(0, 4).Select(i => Inputs.Row(i).ToArray());
}
