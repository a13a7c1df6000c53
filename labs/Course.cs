using CourseLabs.Examples;

namespace CourseLabs.Labs;

/// <summary>The course.</summary>
public static class Course
{
    /// <summary>Every example; a new one gets its line here. Those of one COURSE id stay in this order.</summary>
    public static Catalogue Examples { get; } = new(
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
        new MiniBatchExample(),
        new OptimizerRaceExample(),
        new OptimizerRegressionExample(),
        new SigmoidGradientExample(),
        new ExplodingProductExample(),
        new GradientClippingExample(),
        new InitializationExample(),
        new InitializationTrainingExample(),
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
}
