using CourseLabs.Examples;
using CourseLabs.Torch;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CourseLabs.Labs;

// The slides' "Training" and "K-Fold Cross-Validation" (4.10 Predicting House Prices on Kaggle, COURSE D9), in their order, and the book's
// train_and_pred, which comes next (D10). What differs:
// - get_k_fold_data cuts with tensor_split: the slide's slices of n // k rows drop the last n mod k.
// - k_fold asks for X_train in each fold, because features that are scaled honestly differ from fold to fold, and for the network.
// - Nothing is printed: the errors of every epoch are returned, and print is told where the training is.
// - A DisposeScope frees the tensors of each epoch, and no_grad spares what only backward needs, which Python does by itself.
public static class HouseTraining
{
    private static readonly MSELoss loss = MSELoss();

    public static Sequential GetNet(long inFeatures) => Sequential(Linear(inFeatures, 1));

    public static float LogRmse(Sequential net, Tensor features, Tensor labels)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        using Scalar one = 1; // a local, because TorchSharp lets the garbage collector take a Scalar that is still in use
        // To further stabilize the value when the logarithm is taken, set the value less than 1 as 1.
        var clippedPreds = net.call(features).clamp(min: one);
        TensorShapes.ThrowUnlessSame(clippedPreds, labels, "label");
        var rmse = sqrt(loss.call(log(clippedPreds), log(labels)));
        return rmse.item<float>();
    }

    public static (float[] TrainLs, float[] TestLs) Train(
        Sequential net, Tensor trainFeatures, Tensor trainLabels, Tensor? testFeatures, Tensor? testLabels,
        int numEpochs, double learningRate, double weightDecay, int batchSize, Action<int>? print = null)
    {
        ThrowIfBroadcast(net, trainFeatures, trainLabels);
        if (testFeatures is not null && testLabels is not null)
            ThrowIfBroadcast(net, testFeatures, testLabels);
        List<float> trainLs = [], testLs = [];
        using var optimizer = optim.Adam(net.parameters(), lr: learningRate, weight_decay: weightDecay);
        for (var epoch = 0; epoch < numEpochs; epoch++)
        {
            using var scope = NewDisposeScope();
            foreach ((var X, var y) in LoadArray(trainFeatures, trainLabels, batchSize))
            {
                optimizer.zero_grad();
                var l = loss.call(net.call(X), y);
                l.backward();
                optimizer.step();
            }

            trainLs.Add(LogRmse(net, trainFeatures, trainLabels));
            if (testFeatures is not null && testLabels is not null)
                testLs.Add(LogRmse(net, testFeatures, testLabels));
            print?.Invoke(epoch);
        }

        return ([.. trainLs], [.. testLs]);
    }

    public static (Tensor XTrain, Tensor YTrain, Tensor XValid, Tensor YValid) GetKFoldData(int k, int i, Tensor X, Tensor y)
    {
        if (k < 2 || k > X.shape[0])
            throw new UserErrorException($"{X.shape[0]} rows cannot be divided into {k} folds.");
        Tensor[] xParts = X.tensor_split(k, 0), yParts = y.tensor_split(k, 0);
        return (cat([.. xParts[..i], .. xParts[(i + 1)..]], 0), cat([.. yParts[..i], .. yParts[(i + 1)..]], 0), xParts[i], yParts[i]);
    }

    public static KFoldErrors KFold(
        int k, Func<int, Tensor> xTrain, Tensor yTrain, int numEpochs, double learningRate, double weightDecay, int batchSize,
        Func<long, Sequential>? getNet = null, Action<int, int>? print = null)
    {
        double trainLSum = 0, validLSum = 0;
        var folds = new List<(float[] TrainLs, float[] ValidLs)>();
        for (var i = 0; i < k; i++)
        {
            using var scope = NewDisposeScope();
            var data = GetKFoldData(k, i, xTrain(i), yTrain);
            using var net = (getNet ?? GetNet)(data.XTrain.shape[1]).to(data.XTrain.device);
            var (trainLs, validLs) = Train(
                net, data.XTrain, data.YTrain, data.XValid, data.YValid, numEpochs, learningRate, weightDecay, batchSize,
                epoch => print?.Invoke(i, epoch));
            trainLSum += trainLs[^1];
            validLSum += validLs[^1];
            folds.Add((trainLs, validLs));
        }

        return new(trainLSum / k, validLSum / k, folds);
    }

    public static (float[] TrainLs, float[] Preds) TrainAndPred(
        Tensor trainFeatures, Tensor testFeatures, Tensor trainLabels,
        int numEpochs, double lr, double weightDecay, int batchSize, Action<int>? print = null)
    {
        using var scope = NewDisposeScope();
        using var net = GetNet(trainFeatures.shape[1]).to(trainFeatures.device);
        var (trainLs, _) = Train(net, trainFeatures, trainLabels, null, null, numEpochs, lr, weightDecay, batchSize, print);
        var preds = net.call(testFeatures).detach().cpu();
        return (trainLs, preds.data<float>().ToArray());
    }

    private static void ThrowIfBroadcast(Sequential net, Tensor features, Tensor labels)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        TensorShapes.ThrowUnlessSame(net.call(features), labels, "label");
    }

    // d2l.load_array: all rows in a new order, batch by batch.
    private static IEnumerable<(Tensor X, Tensor Y)> LoadArray(Tensor features, Tensor labels, int batchSize)
    {
        var order = randperm(features.shape[0]).to(features.device);
        return features.index_select(0, order).split(batchSize).Zip(labels.index_select(0, order).split(batchSize));
    }
}

// What k_fold returns, the averages of the last epochs, and what it plots: the errors of each fold after each epoch.
public sealed record KFoldErrors(double TrainL, double ValidL, IReadOnlyList<(float[] TrainLs, float[] ValidLs)> Folds);
