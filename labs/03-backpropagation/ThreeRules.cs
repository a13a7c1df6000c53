using CourseLabs.Matrices;

namespace CourseLabs.Labs;

// Deck C's appendix, "은닉층이 여러 개일 경우의 오차 역전파" (COURSE C5): its last slide, "정리", for two hidden layers, and the loop that it
// asks for with "어떻게 구현할까 고민해 봅시다!". Sigmoids, E = 1/2 sum (target - a)^2; a batch has one example a row.
public static class ThreeRules
{
    // dE by W2, b2, W3, b3, W4 and b4, one row at a time as on the slide.
    public static Matrix[] TwoHiddenLayers(Matrix x, Matrix target, Matrix[] weights)
    {
        (var W2, var b2, var W3, var b3, var W4, var b4) =
            (weights[0], weights[1], weights[2], weights[3], weights[4], weights[5]);

        var A1 = x;
        var A2 = Sigmoid(A1.Dot(W2) + b2);
        var A3 = Sigmoid(A2.Dot(W3) + b3);
        var A4 = Sigmoid(A3.Dot(W4) + b4);

        // 출력층 손실: the output layer's loss
        ShapeException.ThrowUnlessSame(A4, target, "Output and target");
        var loss_4 = (A4 - target) * A4 * (1 - A4);
        // 은닉층의 현재 손실: a hidden layer's loss, from the next layer's
        var loss_3 = loss_4.Dot(W4.T) * A3 * (1 - A3);
        var loss_2 = loss_3.Dot(W3.T) * A2 * (1 - A2);
        // 현재층의 변화율: every layer's dW = (output of the layer before)' loss, db = loss
        return [A1.T.Dot(loss_2), loss_2, A2.T.Dot(loss_3), loss_3, A3.T.Dot(loss_4), loss_4];
    }

    // dE by W2, b2, W3, b3, ... for any number of layers; a bias takes the losses of all rows.
    public static Matrix[] AnyDepth(Matrix x, Matrix target, Matrix[] weights)
    {
        List<Matrix> A = [x];
        for (var i = 0; i < weights.Length; i += 2)
            A.Add(Sigmoid(A[^1].Dot(weights[i]) + weights[i + 1]));

        var gradients = new Matrix[weights.Length];
        ShapeException.ThrowUnlessSame(A[^1], target, "Output and target");
        var arriving = A[^1] - target;
        for (var i = weights.Length - 2; i >= 0; i -= 2)
        {
            (var previous, var current) = (A[i / 2], A[(i / 2) + 1]);
            var loss = arriving * current * (1 - current);
            gradients[i] = previous.T.Dot(loss);
            gradients[i + 1] = loss.SumOfRows();
            arriving = loss.Dot(weights[i].T);
        }

        return gradients;
    }

    private static Matrix Sigmoid(Matrix z) => z.Map(v => 1 / (1 + Math.Exp(-v)));
}
