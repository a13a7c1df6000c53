using CourseLabs.Matrices;

namespace CourseLabs.Labs;

// Deck D, 4.7 순전파, 역전파: "순전파 코드" (COURSE D1), line by line. np.dot(a, b) is a.Dot(b) here. The code calls the sums A and their
// sigmoids Z, the formulas before it the reverse (labs/ERRATA.md); these are the code's names, so that the numbers carry the deck's.
public static class ForwardPass
{
    public static (Matrix Z1, Matrix Z2, Matrix Y) Run()
    {
        Matrix X = Matrix.FromRow(1.0, 0.5);
        Matrix W1 = Matrix.FromRows([0.1, 0.3, 0.5], [0.2, 0.4, 0.6]);
        Matrix B1 = Matrix.FromRow(0.1, 0.2, 0.3);

        Matrix A1 = X.Dot(W1) + B1;
        Matrix Z1 = Sigmoid(A1);

        Matrix W2 = Matrix.FromRows([0.1, 0.4], [0.2, 0.5], [0.3, 0.6]);
        Matrix B2 = Matrix.FromRow(0.1, 0.2);

        Matrix A2 = Z1.Dot(W2) + B2;
        Matrix Z2 = Sigmoid(A2);

        Matrix W3 = Matrix.FromRows([0.1, 0.3], [0.2, 0.4]);
        Matrix B3 = Matrix.FromRow(0.1, 0.2);

        Matrix A3 = Z2.Dot(W3) + B3;
        Matrix Y = IdentityFunction(A3);
        return (Z1, Z2, Y);
    }

    private static Matrix Sigmoid(Matrix x) => x.Map(v => 1 / (1 + Math.Exp(-v)));

    private static Matrix IdentityFunction(Matrix x) => x;
}
