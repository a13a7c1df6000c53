using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Initializers;
using CourseLabs.Backprop.Losses;
using CourseLabs.Backprop.Networks;
using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Tests.Networks;

public class NetworkTests
{
    private static readonly HalfSquaredError Loss = new();

    [Fact]
    public void The_forward_pass_gives_the_slides_numbers()
    {
        // COURSE D1.
        var network = new Network(
            new Dense(Matrix.FromRows([0.1, 0.3, 0.5], [0.2, 0.4, 0.6]), Matrix.FromRow(0.1, 0.2, 0.3), new Sigmoid()),
            new Dense(Matrix.FromRows([0.1, 0.4], [0.2, 0.5], [0.3, 0.6]), Matrix.FromRow(0.1, 0.2), new Sigmoid()),
            new Dense(Matrix.FromRows([0.1, 0.3], [0.2, 0.4]), Matrix.FromRow(0.1, 0.2), new Identity()));

        var y = network.Forward(Matrix.FromRow(1.0, 0.5));

        Close.Assert([0.57444252, 0.66818777, 0.75026011], network.Layers[0].A.Values, 5e-9);
        Close.Assert([0.62624937, 0.7710107], network.Layers[1].A.Values, 5e-9);
        Close.Assert([0.31682708, 0.69627909], y.Values, 5e-9);
    }

    [Fact]
    public void Two_and_three_layer_networks_are_the_lectures_formulas()
    {
        // COURSE B2, with the examples in rows: f = max(0, max(0, x W1) W2) W3.
        var (x, W1, W2, W3) = (Any.Normal(4, 5, 1), Any.Normal(5, 6, 2), Any.Normal(6, 3, 3), Any.Normal(3, 2, 4));
        var relu = new Relu();
        var network = new Network(new Dense(W1, null, relu), new Dense(W2, null, relu), new Dense(W3, null, new Identity()));

        Close.Assert(relu.Forward(relu.Forward(x.Dot(W1)).Dot(W2)).Dot(W3), network.Forward(x), 1e-14);
    }

    [Fact]
    public void Parameters_bear_the_slides_names()
    {
        var network = Network.Create([784, 100, 10], () => new Prelu(), () => new Sigmoid(), Initialize.HeNormal, new Random(1));

        Assert.Equal(
            ["W2 (784 x 100)", "b2 (1 x 100)", "alpha2 (1 x 1)", "W3 (100 x 10)", "b3 (1 x 10)"],
            network.Parameters.Select(p => p.ToString()));
        Assert.Equal([2, 2, 2, 3, 3], network.Parameters.Select(p => p.Layer));
    }

    [Fact]
    public void Biases_start_at_0_unless_they_are_drawn()
    {
        var zeros = Network.Create([3, 50], () => new Relu(), () => new Relu(), Initialize.HeNormal, new Random(1));
        var drawn = Network.Create([3, 50], () => new Relu(), () => new Relu(), Initialize.HeNormal, new Random(1), Initialize.Uniform());

        Assert.All(zeros.Parameters[1].Value.Values.ToArray(), b => Assert.Equal(0, b));
        Assert.All(drawn.Parameters[1].Value.Values.ToArray(), b => Assert.InRange(b, 1e-9, 1));
    }

    [Fact]
    public void The_deltas_loop_reaches_its_tolerance_without_biases()
    {
        // COURSE D2: two inputs, hidden and output sigmoids, J = J1 + J2, until an error tolerance or an iteration limit.
        var network = new Network(
            new Dense(Matrix.FromRows([0.1, 0.3], [0.2, 0.4]), null, new Sigmoid()),
            new Dense(Matrix.FromRows([0.5, 0.7], [0.6, 0.8]), null, new Sigmoid()));
        var (x, y) = (Matrix.FromRow(1.0, 0.5), Matrix.FromRow(0.2, 0.9));
        var iterations = 0;
        double error;
        do
        {
            error = network.Train(x, y, Loss, 0.5);
        }
        while (error > 1e-6 && ++iterations < 20_000);

        Assert.InRange(error, 0, 1e-6);
        Close.Assert(y, network.Forward(x), 2e-3);
    }

    [Fact]
    public void A_multi_layer_perceptron_learns_XOR()
    {
        // COURSE E2.
        var x = Matrix.FromRows([0, 0], [1, 0], [0, 1], [1, 1]);
        var target = Matrix.FromRows([0], [1], [1], [0]);
        var network = Network.Create([2, 4, 1], () => new Tanh(), () => new Sigmoid(), Initialize.XavierNormal, new Random(1));
        for (var step = 0; step < 3000; step++)
            network.Train(x, target, Loss, 0.5);

        Close.Assert(target, network.Forward(x), 0.1);
    }

    [Fact]
    public void A_training_step_allocates_nothing()
    {
        var network = Network.Create([50, 40, 30, 10], () => new Prelu(), () => new Softmax(), Initialize.HeNormal, new Random(1));
        foreach (var rows in new[] { 1, 16 })
        {
            var (x, target) = (Any.Normal(rows, 50, 1), Any.Normal(rows, 10, 2));
            network.Train(x, target, Loss, 0.01);

            // The least of three: a garbage collection may empty the pool that the product's buffers come from.
            Assert.Equal(0, Enumerable.Range(0, 3).Min(_ => Allocated(() => network.Train(x, target, Loss, 0.01))));
        }

        static long Allocated(Action step)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 50; i++)
                step();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void The_batch_size_may_change_from_pass_to_pass()
    {
        var network = Network.Create([4, 3, 2], () => new Tanh(), () => new Identity(), Initialize.XavierNormal, new Random(1));
        var x = Any.Normal(5, 4, 1);
        var all = network.Forward(x).Copy();

        for (var i = 0; i < 5; i++)
            Close.Assert(all.Row(i), network.Forward(Matrix.FromRow(x.Row(i))).Values, 1e-14);
        Close.Assert(all, network.Forward(x), 0);
    }

    [Fact]
    public void An_empty_batch_is_refused()
    {
        var network = Network.Create([4, 2], () => new Tanh(), () => new Identity(), Initialize.XavierNormal, new Random(1));

        var message = Assert.Throws<ShapeException>(() => network.Forward(new Matrix(0, 4))).Message;

        Assert.Equal("The batch is empty, its shape is (0 x 4): it needs at least one row.", message);
    }

    [Fact]
    public void A_NaN_in_the_input_reaches_the_loss_and_the_gradients()
    {
        var network = Network.Create([4, 5, 2], () => new Relu(), () => new Identity(), Initialize.HeNormal, new Random(1));
        var x = Any.Normal(3, 4, 1);
        x[1, 2] = double.NaN;

        var loss = network.FindGradients(x, new Matrix(3, 2), Loss);

        Assert.True(double.IsNaN(loss));
        Assert.All(network.Parameters, p => Assert.Contains(p.Gradient.Values.ToArray(), double.IsNaN));
    }

    [Fact]
    public void Saturated_sigmoids_stay_finite()
    {
        var network = new Network(
            new Dense(Matrix.FromRow(800, -800), null, new Sigmoid()), new Dense(Matrix.FromRows([1], [1]), null, new Sigmoid()));

        network.FindGradients(Matrix.FromRow(1), Matrix.FromRow(0.5), new BinaryCrossEntropy());

        Assert.Equal([1, 0], network.Layers[0].A.Values);
        Assert.Equal([0, 0], network.Parameters[0].Gradient.Values);
        Assert.True(double.IsFinite(network.Parameters[1].Gradient[0, 0]));
    }

    [Fact]
    public void A_networks_jacobian_is_the_product_of_its_layers_and_equals_its_definition()
    {
        var network = Network.Create([4, 5, 3], () => new Softmax(), () => new Tanh(), Initialize.XavierNormal, new Random(1));
        var x = Any.Normal(1, 4, 7);

        var jacobian = Jacobian.Of(network, x);

        var first = network.Layers[0].Forward(x).Copy();
        Close.Assert(Jacobian.Of(network.Layers[1], first).Dot(Jacobian.Of(network.Layers[0], x)), jacobian, 1e-15);
        for (var j = 0; j < 4; j++)
        {
            var (above, below) = (x.Copy(), x.Copy());
            above[0, j] += 1e-5;
            below[0, j] -= 1e-5;
            Close.Assert(((network.Forward(above).Copy() - network.Forward(below)) / 2e-5).Values, jacobian.T.Row(j), 1e-9);
        }
    }

    [Fact]
    public void Jacobians_of_activations_have_their_shapes()
    {
        // COURSE B1: entry by entry it is diagonal; the max gate has one 1 a row.
        Assert.Equal([1, 0, 0, 0, 0, 0, 0, 0, 1], Jacobian.Of(new Relu(), Matrix.FromRow(1, -1, 2)).Values);
        Assert.Equal([0, 0, 1, 0, 0, 1, 0, 0], Jacobian.Of(new Maxout(), Matrix.FromRow(1, 5, 2, 3)).Values);
        var a = new Softmax().Forward(Matrix.FromRow(0.1, -0.4, 2));
        var diagonal = Matrix.FromRows([a[0, 0], 0, 0], [0, a[0, 1], 0], [0, 0, a[0, 2]]);
        Close.Assert(diagonal - a.T.Dot(a), Jacobian.Of(new Softmax(), Matrix.FromRow(0.1, -0.4, 2)), 1e-16);
        Assert.Throws<ShapeException>(() => Jacobian.Of(new Relu(), new Matrix(2, 2)));
    }

    [Fact]
    public void Layers_that_do_not_go_together_are_refused()
    {
        var relu = new Relu();
        Assert.Throws<ArgumentException>(() => new Network());
        Assert.Throws<ShapeException>(() => new Network(new Dense(new Matrix(2, 3), null, relu), new Dense(new Matrix(4, 1), null, relu)));
        Assert.Throws<ShapeException>(() => new Dense(new Matrix(2, 3), new Matrix(1, 2), relu));
        Assert.Throws<ShapeException>(() => new Dense(new Matrix(2, 3), null, new Maxout()));
        Assert.Throws<ShapeException>(() => new Dense(new Matrix(0, 3), null, relu));
        var prelu = new Prelu();
        var (first, second) = (new Dense(new Matrix(2, 3), null, prelu), new Dense(new Matrix(3, 1), null, prelu));
        Assert.Throws<ArgumentException>(() => new Network(first, second));
        var create = () => Network.Create([5, -3], () => relu, () => relu, Initialize.Zeros, new Random(1));
        var message = Assert.Throws<ArgumentException>(create).Message;
        Assert.Contains("[5, -3]", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_shapes_and_orders_of_passes_are_refused()
    {
        var network = new Network(new Dense(new Matrix(4, 2), null, new Relu()));

        Assert.Throws<InvalidOperationException>(() => network.Backward(new Matrix(1, 2)));
        var message = Assert.Throws<ShapeException>(() => network.Forward(new Matrix(3, 5))).Message;
        Assert.Contains("(3 x 5)", message, StringComparison.Ordinal);
        Assert.Contains("(4 x 2)", message, StringComparison.Ordinal);
        network.Forward(new Matrix(3, 4));
        Assert.Throws<ShapeException>(() => network.Backward(new Matrix(2, 2)));
    }
}
