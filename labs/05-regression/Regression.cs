using CourseLabs.Torch;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CourseLabs.Labs;

// The slide's test.py (COURSE A7), line by line. Three things differ: it takes the device that it is given, where the slide calls .cuda()
// without asking; a DisposeScope frees the tensors of each epoch, which Python does by itself; and an output and a label of other shapes
// are an error, where L1Loss would pair every one with every other.
public static class Regression
{
    public static (float[] Losses, Sequential Model, Tensor X, Tensor Label) Run(
        int numData = 1000, int numEpoch = 5000, double lr = 0.001, Device? device = null, Action<int, float>? print = null)
    {
        var x = empty(numData, 1).uniform_(-15, 15); // "데이터 생성": the data
        var y = (8 * x.pow(2)) + (7 * x) + 3;
        var noise = empty(numData, 1).normal_(0, 1);
        var yNoise = y + noise;

        var model = Sequential( // "Neural Network 모델 생성": the model
            Linear(1, 10), ReLU(),
            Linear(10, 6), ReLU(),
            Linear(6, 1)).to(device ?? CPU);
        var lossFunc = L1Loss(); // "loss function 및 gradient descent optimizer 생성": the loss function and the optimizer
        var optimizer = optim.SGD(model.parameters(), lr);

        var lossArr = new float[numEpoch];
        x = x.to(device ?? CPU);
        var label = yNoise.to(device ?? CPU);
        for (var i = 0; i < numEpoch; i++)
        {
            using var scope = NewDisposeScope();
            var output = model.call(x); // "training 단계": 1. 모델로 결과값 추정, the model's estimate
            optimizer.zero_grad();
            TensorShapes.ThrowUnlessSame(output, label, "label");
            var loss = lossFunc.call(output, label);
            loss.backward(); // 2. loss 및 gradient 계산, the loss and the gradients
            optimizer.step(); // 3. 모델 업데이트, the update
            lossArr[i] = loss.item<float>();
            print?.Invoke(i, lossArr[i]);
        }

        return (lossArr, model, x, label);
    }
}
