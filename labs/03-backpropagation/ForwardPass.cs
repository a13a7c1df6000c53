using CourseLabs.Matrices;

namespace CourseLabs.Labs;

// Deck D, 4.7 순전파, 역전파: "순전파 코드" (COURSE D1), line by line. np.dot(a, b) is a.Dot(b) here. The code calls the sums A and their
// sigmoids Z, the formulas before it the reverse (labs/ERRATA.md); these are the code's names, so that the numbers carry the deck's.
public static class ForwardPass
{
    public static (Matrix Z1, Matrix Z2, Matrix Y) Run()
    {
        var X = Matrix.FromRow(1.0, 0.5);
        var W1 = Matrix.FromRows([0.1, 0.3, 0.5], [0.2, 0.4, 0.6]);
        var B1 = Matrix.FromRow(0.1, 0.2, 0.3);

        var A1 = X.Dot(W1) + B1;
        var Z1 = Sigmoid(A1);

        var W2 = Matrix.FromRows([0.1, 0.4], [0.2, 0.5], [0.3, 0.6]);
        var B2 = Matrix.FromRow(0.1, 0.2);

        var A2 = Z1.Dot(W2) + B2;
        var Z2 = Sigmoid(A2);

        var W3 = Matrix.FromRows([0.1, 0.3], [0.2, 0.4]);
        var B3 = Matrix.FromRow(0.1, 0.2);

        var A3 = Z2.Dot(W3) + B3;
        var Y = IdentityFunction(A3);
        return (Z1, Z2, Y);
    }

    private static Matrix Sigmoid(Matrix x) => x.Map(v => 1 / (1 + Math.Exp(-v)));

    private static Matrix IdentityFunction(Matrix x) => x;
}
