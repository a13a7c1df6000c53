using CourseLabs.Backprop.Networks;
using CourseLabs.Backprop.Optimizers;
using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Tests.Optimizers;

public class OptimizerTests
{
    private static readonly PeerFigures Torch = PeerFigures.Load("optimizers");
    private static readonly Matrix C = Matrix.FromRows([1, 0.1, 1], [5, 0.5, 0]);

    private static readonly Dictionary<string, Func<Parameter[], Optimizer>> Settings = new()
    {
        ["Sgd 0"] = p => new Sgd(p, 0.1),
        ["Sgd 1"] = p => new Sgd(p, 0.05, weightDecay: 0.2),
        ["Momentum 0"] = p => new Momentum(p, 0.1),
        ["Momentum 1"] = p => new Momentum(p, 0.05, 0.5, dampening: 0.3, weightDecay: 0.1),
        ["Nesterov 0"] = p => new Nesterov(p, 0.1),
        ["Nesterov 1"] = p => new Nesterov(p, 0.02, 0.6, weightDecay: 0.1),
        ["Adagrad 0"] = p => new Adagrad(p),
        ["Adagrad 1"] = p => new Adagrad(p, 0.5, learningRateDecay: 0.1, weightDecay: 0.1, initialSum: 0.2, epsilon: 1e-3),
        ["Adadelta 0"] = p => new Adadelta(p),
        ["Adadelta 1"] = p => new Adadelta(p, 0.5, 0.7, 1e-3, weightDecay: 0.1),
        ["RmsProp 0"] = p => new RmsProp(p),
        ["RmsProp 1"] = p => new RmsProp(p, 0.05, 0.8, 1e-3, weightDecay: 0.1, momentum: 0.7),
        ["RmsProp 2"] = p => new RmsProp(p, centered: true),
        ["RmsProp 3"] = p => new RmsProp(p, 0.02, momentum: 0.9, centered: true),
        ["Adam 0"] = p => new Adam(p),
        ["Adam 1"] = p => new Adam(p, 0.3, 0.7, 0.8, 1e-3, weightDecay: 0.1),
        ["Adam 2"] = p => new Adam(p, 0.5, 0.5, 0.6, amsgrad: true),
    };

    public static TheoryData<string> Names => [.. Settings.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Ten_steps_equal_torch_optims(string name)
    {
        var path = new List<double>();
        var w = Start();
        var optimizer = Settings[name]([w]);
        for (var step = 0; step < 10; step++)
        {
            FindGradient(w);
            optimizer.Step();
            path.AddRange(w.Value.Values.ToArray());
        }

        Torch.AssertEqual(name, path.ToArray(), 1e-12);
        Assert.Equal(10, optimizer.Steps);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_parameter_is_updated_on_its_own(string name)
    {
        var (alone, first, second) = (Start(), Start(), new Parameter("b", Matrix.FromRow(3)));
        var (one, two) = (Settings[name]([alone]), Settings[name]([second, first]));
        for (var step = 0; step < 3; step++)
        {
            FindGradient(alone);
            FindGradient(first);
            second.Gradient[0, 0] = -1;
            one.Step();
            two.Step();
        }

        Assert.Equal(alone.Value.Values, first.Value.Values);
        Assert.NotEqual(3, second.Value[0, 0]);
    }

    [Fact]
    public void The_slides_epsilon_in_the_root_gives_another_first_step()
    {
        // COURSE E9!: g = 0.1, lr = 0.1, epsilon = 0.01.
        Assert.Equal(0.0909, FirstStep(p => new Adagrad(p, 0.1, epsilon: 0.01)), 0.00005);
        Assert.Equal(0.0707, FirstStep(p => new Adagrad(p, 0.1, epsilon: 0.01, place: EpsilonPlace.InsideRoot)), 0.00005);

        // G = 0.01 (1 - alpha): 0.1 * 0.1 / (sqrt(G) + 0.01) and 0.1 * 0.1 / sqrt(G + 0.01).
        Assert.Equal(0.01 / (Math.Sqrt(0.001) + 0.01), FirstStep(p => new RmsProp(p, 0.1, 0.9, 0.01)), 1e-15);
        Assert.Equal(0.01 / Math.Sqrt(0.011), FirstStep(p => new RmsProp(p, 0.1, 0.9, 0.01, place: EpsilonPlace.InsideRoot)), 1e-15);

        // Corrected, the first V and G are g and g^2, so that Adam's first step is Adagrad's.
        Assert.Equal(0.01 / (0.1 + 0.01), FirstStep(p => new Adam(p, 0.1, epsilon: 0.01)), 1e-15);
        Assert.Equal(0.01 / Math.Sqrt(0.02), FirstStep(p => new Adam(p, 0.1, epsilon: 0.01, place: EpsilonPlace.InsideRoot)), 1e-15);
    }

    [Fact]
    public void The_slides_look_ahead_goes_where_torchs_parameter_goes()
    {
        var (slide, torch) = (Start(), Start());
        var (lookAhead, nesterov) = (new LookAheadNesterov([slide], 0.1), new Nesterov([torch], 0.1));
        for (var step = 0; step < 10; step++)
        {
            lookAhead.BeforeGradient();
            Close.Assert(torch.Value, slide.Value, 1e-13);
            FindGradient(slide);
            lookAhead.Step();
            Assert.False(Math.Abs(torch.Value[0, 0] - slide.Value[0, 0]) < 1e-6, "the slide's own W is not torch's");

            FindGradient(torch);
            nesterov.Step();
        }
    }

    [Fact]
    public void The_slides_nag_asks_for_the_gradient_at_the_look_ahead()
    {
        var optimizer = new LookAheadNesterov([Start(), Start()], 0.1);
        optimizer.BeforeGradient();
        optimizer.BeforeGradient();
        optimizer.Step();

        Assert.Contains("BeforeGradient", Assert.Throws<InvalidOperationException>(optimizer.Step).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_slides_momentum_takes_torchs_steps_while_the_learning_rate_stays()
    {
        var (w, slide, v) = (Start(), Start(), new Matrix(2, 3));
        var momentum = new Momentum([w], 0.1);
        for (var step = 0; step < 10; step++)
        {
            FindGradient(w);
            momentum.Step();
            FindGradient(slide);
            v = 0.9 * v - 0.1 * slide.Gradient;
            slide.Value.AddInPlace(v);
            Close.Assert(slide.Value, w.Value, 1e-13);
        }
    }

    [Fact]
    public void The_learning_rate_may_change_between_steps()
    {
        var w = new Parameter("w", Matrix.FromRow(1));
        w.Gradient[0, 0] = 1;
        var sgd = new Sgd([w], 0.5);
        sgd.Step();
        sgd.LearningRate = 0.25;
        sgd.Step();

        Assert.Equal(0.25, w.Value[0, 0]);
    }

    [Fact]
    public void Nonsense_settings_are_refused()
    {
        var w = new Parameter("w", Matrix.FromRow(1));
        Assert.Throws<ArgumentException>(() => new Sgd([], 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd([w], -0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd([w], double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Momentum([w], 0.1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam([w], beta1: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adadelta([w], rho: -0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Momentum([w], 0.1, dampening: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RmsProp([w], alpha: 1.5)); // G below 0 has no root
        Assert.Throws<ArgumentNullException>(() => new Sgd(null!, 0.1));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_parameter_that_is_null_is_told(string name) =>
        Assert.Contains("is null", Assert.Throws<ArgumentException>(() => Settings[name]([Start(), null!])).Message, StringComparison.Ordinal);

    // The first values of Peers/optimizers.py, and the gradient of f(W) = sum(c W^2 / 2 - cos W).
    private static Parameter Start() => new("W", Matrix.FromRows([1.5, -2, 0], [0.01, 30, -0.3]));

    private static void FindGradient(Parameter w) => w.Gradient.CopyFrom(C * w.Value + w.Value.Map(Math.Sin));

    private static double FirstStep(Func<Parameter[], Optimizer> make)
    {
        var w = new Parameter("w", Matrix.FromRow(0));
        w.Gradient[0, 0] = 0.1;
        make([w]).Step();
        return -w.Value[0, 0];
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_parameter_given_twice_is_an_error_and_not_two_updates(string name)
    {
        var w = Start();

        Assert.Contains("given twice", Assert.Throws<ArgumentException>(() => Settings[name]([w, w])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Settings[name]([w, new Parameter("the same matrix", w.Value)]));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_learning_rate_that_is_negative_or_not_finite_is_an_error(double rate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd([Start()], rate));

    [Fact]
    public void A_step_that_is_refused_does_not_count()
    {
        var optimizer = new LookAheadNesterov([Start()], 0.1);

        Assert.Throws<InvalidOperationException>(optimizer.Step);

        Assert.Equal(0, optimizer.Steps);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(1e-3)]
    public void Centered_RMSprop_stays_finite_and_right_where_the_gradient_does_not_change(double g)
    {
        const double alpha = 0.99, epsilon = 1e-8;
        var w = new Parameter("w", Matrix.FromRow(0));
        w.Gradient[0, 0] = g;
        var optimizer = new RmsProp([w], learningRate: 1, alpha, epsilon, centered: true);
        var expected = 0.0;

        for (var t = 1; t <= 5000; t++)
        {
            optimizer.Step();
            // mathematics: the averages are g (1 - alpha^t) and g^2 (1 - alpha^t), so the variance is g^2 (1 - alpha^t) alpha^t
            var kept = Math.Pow(alpha, t);
            expected -= g / (Math.Abs(g) * Math.Sqrt((1 - kept) * kept) + epsilon);
        }

        Close.Assert([expected], [w.Value[0, 0]], 1e-9);
    }
}
