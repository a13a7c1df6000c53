using CourseLabs.Matrices;

namespace CourseLabs.Labs;

// Deck C's 2-2-2 sigmoid network with E = 1/2 sum (t - a)^2, slide by slide (COURSE C2, C3). Its weights stand as on the slides:
// W = [[w11, w21], [w12, w22]], where w21 leads to neuron 2 from neuron 1. a1_2 is the slide's a1(2). Where a slide has slipped in an index
// (labs/ERRATA.md), here is what is meant.
public sealed class TwoByTwo
{
    private readonly double a1_1, a2_1, a1_2, a2_2, a1_3, a2_3, t1, t2;

    // "각 층에서의 선형 회귀 값(z), 출력 값(a), 오차(E)": forwards. A1 and T are (1 x 2).
    public TwoByTwo(Matrix a1, Matrix t, Matrix w2, Matrix b2, Matrix w3, Matrix b3)
    {
        (A1, T, W2, B2, W3, B3) = (a1, t, w2, b2, w3, b3);
        Z2 = A1.Dot(W2) + B2;
        A2 = Sigmoid(Z2);
        Z3 = A2.Dot(W3) + B3;
        A3 = Sigmoid(Z3);
        ShapeException.ThrowUnlessSame(A3, T, "Output and target");
        E = 0.5 * ((T - A3) * (T - A3)).Sum();
        (a1_1, a2_1, a1_2, a2_2, a1_3, a2_3, t1, t2) = (A1[0, 0], A1[0, 1], A2[0, 0], A2[0, 1], A3[0, 0], A3[0, 1], T[0, 0], T[0, 1]);
    }

    public Matrix A1 { get; }
    public Matrix T { get; }
    public Matrix W2 { get; }
    public Matrix B2 { get; }
    public Matrix W3 { get; }
    public Matrix B3 { get; }
    public Matrix Z2 { get; }
    public Matrix A2 { get; }
    public Matrix Z3 { get; }
    public Matrix A3 { get; }
    public double E { get; }

    // "출력 층에서의 오차역전파": each derivative term by term.
    public (Matrix W3, Matrix B3) OutputLayer()
    {
        var dw11 = (a1_3 - t1) * a1_3 * (1 - a1_3) * a1_2;
        var dw21 = (a2_3 - t2) * a2_3 * (1 - a2_3) * a1_2;
        var dw12 = (a1_3 - t1) * a1_3 * (1 - a1_3) * a2_2;
        var dw22 = (a2_3 - t2) * a2_3 * (1 - a2_3) * a2_2;
        var db1 = (a1_3 - t1) * a1_3 * (1 - a1_3);
        var db2 = (a2_3 - t2) * a2_3 * (1 - a2_3);
        return (Matrix.FromRows([dw11, dw21], [dw12, dw22]), Matrix.FromRow(db1, db2));
    }

    // "은닉층에서의 오차역전파": a hidden neuron feeds both outputs, so each derivative is a sum: one through E1, one through E2.
    public (Matrix W2, Matrix B2) HiddenLayer()
    {
        (var w11_3, var w21_3, var w12_3, var w22_3) = (W3[0, 0], W3[0, 1], W3[1, 0], W3[1, 1]);

        var dw11 = ((a1_3 - t1) * a1_3 * (1 - a1_3) * w11_3 * a1_2 * (1 - a1_2) * a1_1)
            + ((a2_3 - t2) * a2_3 * (1 - a2_3) * w21_3 * a1_2 * (1 - a1_2) * a1_1);

        // "Do It Yourself". w12 leads to the same neuron from the other input; w21 and w22 to the other neuron; a bias has no input.
        var dw12 = ((a1_3 - t1) * a1_3 * (1 - a1_3) * w11_3 * a1_2 * (1 - a1_2) * a2_1)
            + ((a2_3 - t2) * a2_3 * (1 - a2_3) * w21_3 * a1_2 * (1 - a1_2) * a2_1);
        var dw21 = ((a1_3 - t1) * a1_3 * (1 - a1_3) * w12_3 * a2_2 * (1 - a2_2) * a1_1)
            + ((a2_3 - t2) * a2_3 * (1 - a2_3) * w22_3 * a2_2 * (1 - a2_2) * a1_1);
        var dw22 = ((a1_3 - t1) * a1_3 * (1 - a1_3) * w12_3 * a2_2 * (1 - a2_2) * a2_1)
            + ((a2_3 - t2) * a2_3 * (1 - a2_3) * w22_3 * a2_2 * (1 - a2_2) * a2_1);
        var db1 = ((a1_3 - t1) * a1_3 * (1 - a1_3) * w11_3 * a1_2 * (1 - a1_2))
            + ((a2_3 - t2) * a2_3 * (1 - a2_3) * w21_3 * a1_2 * (1 - a1_2));
        var db2 = ((a1_3 - t1) * a1_3 * (1 - a1_3) * w12_3 * a2_2 * (1 - a2_2))
            + ((a2_3 - t2) * a2_3 * (1 - a2_3) * w22_3 * a2_2 * (1 - a2_2));
        return (Matrix.FromRows([dw11, dw21], [dw12, dw22]), Matrix.FromRow(db1, db2));
    }

    // "정리": the same as matrices, with the slides' names.
    public (Matrix W2, Matrix B2, Matrix W3, Matrix B3) ByMatrices()
    {
        var loss_3 = (A3 - T) * A3 * (1 - A3);
        var loss_2 = loss_3.Dot(W3.T) * (A2 * (1 - A2));
        return (A1.T.Dot(loss_2), loss_2, A2.T.Dot(loss_3), loss_3);
    }

    // "Chain Rule을 적용하여 수식 분해": the local derivatives ("국소적인 미분"), each the matrix of all derivatives of its outputs (rows) by its
    // inputs (columns). The columns of a W are w11, w21, w12, w22. A neuron that a weight does not lead to has a 0 there.
    public (Matrix E_A3, Matrix A3_A2, Matrix A3_W3, Matrix A3_b3, Matrix A2_W2, Matrix A2_b2) LocalDerivatives()
    {
        var E_A3 = A3 - T;
        (var s1_3, var s2_3) = (a1_3 * (1 - a1_3), a2_3 * (1 - a2_3));
        (var s1_2, var s2_2) = (a1_2 * (1 - a1_2), a2_2 * (1 - a2_2));
        var A3_b3 = Matrix.FromRows([s1_3, 0], [0, s2_3]);
        var A3_W3 = Matrix.FromRows([s1_3 * a1_2, 0, s1_3 * a2_2, 0], [0, s2_3 * a1_2, 0, s2_3 * a2_2]);
        var A3_A2 = Matrix.FromRows([s1_3 * W3[0, 0], s1_3 * W3[1, 0]], [s2_3 * W3[0, 1], s2_3 * W3[1, 1]]);
        var A2_b2 = Matrix.FromRows([s1_2, 0], [0, s2_2]);
        var A2_W2 = Matrix.FromRows([s1_2 * a1_1, 0, s1_2 * a2_1, 0], [0, s2_2 * a1_1, 0, s2_2 * a2_1]);
        return (E_A3, A3_A2, A3_W3, A3_b3, A2_W2, A2_b2);
    }

    // Multiplied out: dE/dW(2) = dE/dA(3) dA(3)/dA(2) dA(2)/dW(2), and so on. A W's derivatives are one row: w11, w21, w12, w22.
    public (Matrix W2, Matrix B2, Matrix W3, Matrix B3) ByChain()
    {
        (var E_A3, var A3_A2, var A3_W3, var A3_b3, var A2_W2, var A2_b2) = LocalDerivatives();
        return (E_A3.Dot(A3_A2).Dot(A2_W2), E_A3.Dot(A3_A2).Dot(A2_b2), E_A3.Dot(A3_W3), E_A3.Dot(A3_b3));
    }

    public (Matrix W2, Matrix B2, Matrix W3, Matrix B3) ByAutograd()
    {
        var g = SigmoidAutograd.Of(A1, T, W2, B2, W3, B3).Gradients;
        return (g[0], g[1], g[2], g[3]);
    }

    private static Matrix Sigmoid(Matrix z) => z.Map(v => 1 / (1 + Math.Exp(-v)));
}
