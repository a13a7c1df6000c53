using CourseLabs.Data.Frames;
using CourseLabs.Examples;
using CourseLabs.Torch;
using static TorchSharp.torch;
using KaggleHouses = CourseLabs.Data.Houses.HousePrices;

namespace CourseLabs.Labs;

// The slides' "Accessing and Reading the Dataset" and "Data Preprocessing" (4.10 Predicting House Prices on Kaggle, COURSE D8): from two
// tables to three tensors. The tensors belong to the dispose scope that it is made in. What differs: where Kaggle's files cannot be had,
// there are made-up houses, and every title says so; and HonestFeatures, which the slide's comment asks for and its code does not have.
public sealed class HouseSet
{
    private readonly Device device;

    public HouseSet(KaggleHouses houses, Device? device = null)
    {
        (Houses, this.device) = (houses, device ?? CPU);
        DataFrame trainData = houses.Train, testData = houses.Test;
        var allFeatures = DataFrame.Concat(trainData[1..^1], testData[1..]);

        // Fit learns what the slide's x.mean(), x.std() and pd.get_dummies(dummy_na=True) take from the table; Transform is
        // (x - mean) / std, fillna(0) and the columns of 0 and 1.
        Encoder = FeatureEncoder.Fit(allFeatures);
        AllFeatures = Encoder.Transform(allFeatures);

        var nTrain = trainData.Rows;
        TrainFeatures = Matrix(AllFeatures.Take(..nTrain));
        TestFeatures = Matrix(AllFeatures.Take(nTrain..));
        TrainLabels = Float32(trainData.Numbers("SalePrice")).reshape(-1, 1);
    }

    public KaggleHouses Houses { get; }

    public FeatureEncoder Encoder { get; }

    public FeatureMatrix AllFeatures { get; }

    public Tensor TrainFeatures { get; }

    public Tensor TestFeatures { get; }

    public Tensor TrainLabels { get; }

    public static HouseSet Load(ExampleRun run) => new(KaggleHouses.Load(run.Data), Devices.Find(run.Device));

    // "If test data were inaccessible, mean and standard deviation could be calculated from training data", says the slide: here from the
    // rows that fold i learns from, and so are the categories.
    public Tensor HonestFeatures(int k, int i)
    {
        var rows = HouseTraining.GetKFoldData(k, i, arange(Houses.Train.Rows), TrainLabels).XTrain;
        var own = Houses.Train[1..^1];
        return Matrix(FeatureEncoder.Fit(own, [.. rows.data<long>().Select(row => (int)row)]).Transform(own));
    }

    // Whether they are Kaggle's, so that the slide's figures apply.
    public bool IsReal => !Houses.IsSynthetic;

    public string Titled(string title) => IsReal ? title : $"MADE-UP HOUSES, not Kaggle's: {title}";

    // A table's or picture's name, which its file has too.
    public string Named(string name) => IsReal ? name : $"made-up-{name}";

    public Figure Origin() => Figure.Of("houses", IsReal
        ? "Kaggle's"
        : "MADE UP, because Kaggle's files could not be had: nothing here says anything about houses, and no figure has an expected value");

    private Tensor Matrix(FeatureMatrix features) => Float32(features.Values).reshape(features.Rows, features.Columns);

    // dtype=torch.float32. The clone lies in torch's own memory, aligned alike in every run: .NET aligns an array by chance, and sums over
    // it round accordingly.
    private Tensor Float32(double[] numbers) => tensor(numbers.Select(number => (float)number).ToArray(), device: device).clone();
}
