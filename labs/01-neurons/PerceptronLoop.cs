using CourseLabs.Backprop.Initializers;
using CourseLabs.Matrices;

namespace CourseLabs.Labs;

// "퍼셉트론의 학습과정" (how the perceptron learns; COURSE A8): the slide's five steps, which it has in words alone. The prediction is y
// as there; the true value, its ŷ, is t, since ŷ elsewhere is a prediction. Both are 1 or -1. The loop also ends after maxEpochs.
public static class PerceptronLoop
{
    // x is (points x 2). Weights are (b, w1, w2), at first and at the end; Errors are the wrong answers of each epoch.
    public static (double[] Start, double[] Weights, List<int> Errors) Run(
        Matrix x, int[] t, Random random, double lr = 0.1, int maxEpochs = int.MaxValue, Action<int>? print = null)
    {
        double b = random.NextNormal(), w1 = random.NextNormal(), w2 = random.NextNormal(); // 1. set random w and b
        double[] start = [b, w1, w2];
        var errors = new List<int>();
        do
        {
            var wrong = 0;
            for (var n = 0; n < x.Rows; n++)
            {
                var y = b + w1 * x[n, 0] + w2 * x[n, 1] >= 0 ? 1 : -1;                       // 2. predict from the training data
                var error = t[n] - y;                                                       // 3. the error between y and t
                b += lr * error;                                                            // 4. change w and b so that it shrinks
                w1 += lr * error * x[n, 0];
                w2 += lr * error * x[n, 1];
                wrong += error == 0 ? 0 : 1;
            }

            errors.Add(wrong);
            print?.Invoke(wrong);
        }
        while (errors[^1] > 0 && errors.Count < maxEpochs);                                 // 5. repeat 2 to 4
        return (start, [b, w1, w2], errors);
    }
}
