using CourseLabs.Matrices;

namespace CourseLabs.Labs;

// Deck C, "수치 미분 문제점" (COURSE C1): "수치 미분을 사용한 가중치 업데이트 과정", its five steps, for one hidden layer of sigmoids and
// E = 1/2 sum (t - a)^2. The deck has no code for them; the step h of the quotient is the reader's.
public static class NumericalDifferentiation
{
    // Changes W2, b2, W3 and b3 in place; returns the loss before each update.
    public static double[] Train(
        Matrix x, Matrix t, Matrix W2, Matrix b2, Matrix W3, Matrix b3,
        double alpha, double h, int steps, Action<int, double>? print = null)
    {
        // 1. Training Data 입력: x, t
        double E()
        {
            // 2. Feed Forward
            var A2 = Sigmoid(x.Dot(W2) + b2);
            var A3 = Sigmoid(A2.Dot(W3) + b3);
            // 3. 손실함수 계산: the loss
            ShapeException.ThrowUnlessSame(A3, t, "Output and target");
            return 0.5 * ((t - A3) * (t - A3)).Sum();
        }

        var losses = new double[steps];
        for (var step = 0; step < steps; step++)
        {
            losses[step] = E();
            print?.Invoke(step, losses[step]);

            // 4. 수치 미분을 통하여 가중치 업데이트: every derivative by trying, then the updates
            Matrix dW2 = Central(E, W2, h), db2 = Central(E, b2, h), dW3 = Central(E, W3, h), db3 = Central(E, b3, h);
            W2.AddInPlace(-alpha, dW2); // W(2) = W(2) - alpha dE/dW(2)
            b2.AddInPlace(-alpha, db2);
            W3.AddInPlace(-alpha, dW3);
            b3.AddInPlace(-alpha, db3);
            // 5. 2~4 반복: repeat
        }

        return losses;
    }

    // (E(w + h) - E(w - h)) / 2h, weight by weight: the error falls with h^2, until rounding takes over.
    public static Matrix Central(Func<double> E, Matrix w, double h) => Quotients(E, w, h, -h);

    // (E(w + h) - E(w)) / h: the error falls with h only.
    public static Matrix Forward(Func<double> E, Matrix w, double h) => Quotients(E, w, h, 0);

    private static Matrix Quotients(Func<double> E, Matrix w, double up, double down)
    {
        var gradient = new Matrix(w.Rows, w.Columns);
        for (var i = 0; i < w.Values.Length; i++)
        {
            var was = w.Values[i];
            try
            {
                w.Values[i] = was + up;
                var above = E();
                w.Values[i] = was + down;
                gradient.Values[i] = (above - E()) / (up - down);
            }
            finally
            {
                w.Values[i] = was; // also where E throws
            }
        }

        return gradient;
    }

    private static Matrix Sigmoid(Matrix z) => z.Map(v => 1 / (1 + Math.Exp(-v)));
}
