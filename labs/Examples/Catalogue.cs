using System.Globalization;
using CourseLabs.Labs.Backpropagation;
using CourseLabs.Labs.ComputationalGraphs;
using CourseLabs.Labs.DistributionShift;
using CourseLabs.Labs.HousePrices;
using CourseLabs.Labs.Mnist;
using CourseLabs.Labs.Neurons;
using CourseLabs.Labs.Optimizers;
using CourseLabs.Labs.Regression;
using CourseLabs.Labs.Stability;

namespace CourseLabs.Labs.Examples;

/// <summary>The examples, in the decks' order: A1, A2, ... A7, B1, ...</summary>
/// <param name="examples">In any order; those with the same id stay in the order given.</param>
public sealed class Catalogue(params IEnumerable<Example> examples)
{
    /// <summary>Every example of the course. A new one is registered here.</summary>
    public static Catalogue Course { get; } = new(
        new LinearCollapseExample(),
        new FirstActivationsExample(),
        new MatrixShapesExample(),
        new PerceptronLoopExample(),
        new SigmoidDerivativeExample(),
        new NeuronExample(),
        new ChainRuleExample(),
        new SigmoidGatesExample(),
        new GatesExample(),
        new ForwardReverseExample(),
        new PathsExample(),
        new PartialDerivativeExample(),
        new LectureActivationsExample(),
        new ScalarNetworkExample(),
        new MnistExample(),
        new TorchMnistExample(),
        new CnnExample(),
        new RegressionExample(),
        new ScoreFunctionsExample(),
        new NumericalDifferentiationExample(),
        new TwoByTwoExample(),
        new DoItYourselfExample(),
        new AnyDepthExample(),
        new ForwardPassExample(),
        new DeltaNetworkExample(),
        new DeltaUpdatesExample(),
        new OptimizerFormsExample(),
        new OptimizerRaceExample(),
        new OptimizerRegressionExample(),
        new SigmoidGradientExample(),
        new ExplodingProductExample(),
        new GradientClippingExample(),
        new InitialisationExample(),
        new InitialisationTrainingExample(),
        new VanishingGradientExample(),
        new DataHubExample(),
        new HouseDataExample(),
        new HouseKFoldExample(),
        new HouseSelectionExample(),
        new HouseSubmissionExample(),
        new PerceptronOrExample(),
        new LogicGatesExample(),
        new XorNetworkExample(),
        new NineActivationsExample(),
        new ActivationRankingExample(),
        new CovariateShiftExample(),
        new ConceptShiftExample(),
        new LabelShiftExample());

    /// <summary>All, in the decks' order.</summary>
    public IReadOnlyList<Example> Examples { get; } = [.. examples.OrderBy(e => e.Id[0]).ThenBy(e => Number(e.Id))];

    /// <summary>
    /// The examples that a user means by COURSE ids (<c>A7</c>), names (<c>regression</c>) and labs (<c>05</c>), each once, in the order
    /// asked.
    /// </summary>
    /// <param name="keys">What the user typed; none means every example.</param>
    /// <exception cref="UserErrorException">A key names nothing; the message has a guess at what was meant.</exception>
    public IReadOnlyList<Example> Find(IReadOnlyCollection<string> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return keys.Count == 0 ? Examples : [.. keys.SelectMany(Named).Distinct()];
    }

    private IEnumerable<Example> Named(string key)
    {
        Example[] found = [.. Examples.Where(e => Names(e).Contains(key, StringComparer.OrdinalIgnoreCase))];
        if (found.Length > 0)
            return found;
        string guess = Suggestion.For(key, Examples.SelectMany(Names)) is { } near ? $" Did you mean {near}?" : "";
        throw new UserErrorException($"There is no example \"{key}\".{guess} \"labs list\" shows them all.");
    }

    private static string[] Names(Example example) =>
        [example.Name, example.Id, example.Lab, example.Lab[..2], example.Lab[..2].TrimStart('0')];

    private static int Number(string id) => int.Parse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);
}
