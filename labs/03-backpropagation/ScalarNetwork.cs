namespace CourseLabs.Labs;

// The PyTorch deck's smallest deep network, one neuron a layer (COURSE A4): "쉽게 이해되도록 loss = 예측값 - 실제로 설정" and "Simple Chain
// Rule". The slides work out w3, b3 and w2, and leave the others to the student. Their dloss/dw2 has lost a derivative: SlidesW2.
public sealed record ScalarNetwork(double W1, double B1, double W2, double B2, double W3, double B3)
{
    // loss = y* - y, with y* = w3 sig(w2 sig(w1 x + b1) + b2) + b3
    public double Loss(double x, double y)
    {
        var h1 = Sig((W1 * x) + B1);
        var h2 = Sig((W2 * h1) + B2);
        return (W3 * h2) + B3 - y;
    }

    // dloss by each number, in its number's place. y is not needed: dloss/dy* = 1.
    public ScalarNetwork Backward(double x)
    {
        var h1 = Sig((W1 * x) + B1);
        var h2 = Sig((W2 * h1) + B2);

        var dW3 = h2;
        double dB3 = 1;

        // chain rule: through h2_in = w2 h1 + b2
        var dW2 = W3 * h2 * (1 - h2) * h1;
        var dB2 = W3 * h2 * (1 - h2);

        // chain rule: on through h1_in = w1 x + b1
        var dW1 = W3 * h2 * (1 - h2) * W2 * h1 * (1 - h1) * x;
        var dB1 = W3 * h2 * (1 - h2) * W2 * h1 * (1 - h1);
        return new(dW1, dB1, dW2, dB2, dW3, dB3);
    }

    // As it stands on the slide: dloss/dw2 = w3 sigmoid(h2_in) sigmoid(w1 x + b), where sigmoid'(h2_in) is meant (labs/ERRATA.md).
    public double SlidesW2(double x)
    {
        var h1 = Sig((W1 * x) + B1);
        return W3 * Sig((W2 * h1) + B2) * h1;
    }

    private static double Sig(double z) => 1 / (1 + Math.Exp(-z));
}
