namespace CourseLabs.Labs;

// "Another example:" (COURSE A6, decks A and B): a sigmoid neuron, gate by gate, forward and then back.
// Two things differ from the slide: w2 is a bias alone, where the slide's exponent has w2 x2; and nothing is rounded on the way,
// where the slide multiplies the rounded 0.2 (both are in labs/ERRATA.md).
public static class SigmoidGates
{
    // Back holds df/d(gate), from f back to the sum s; Gradients df/d of w0, x0, w1, x1, w2.
    public static (double F, double[] Back, double[] Gradients) Run(
        double w0 = 2, double x0 = -1, double w1 = -3, double x1 = -2, double w2 = -3)
    {
        // Forward.
        var s = w0 * x0 + w1 * x1 + w2;
        var minus = s * -1;
        var exp = Math.Exp(minus);
        var plus = exp + 1;
        var f = 1 / plus;

        // Back: [local gradient] x [upstream gradient].
        double df = 1;
        var dPlus = -1 / (plus * plus) * df; // f(x) = 1/x:   df/dx = -1/x^2
        var dExp = 1 * dPlus;                // f(x) = c + x: df/dx = 1
        var dMinus = exp * dExp;             // f(x) = e^x:   df/dx = e^x
        var dS = -1 * dMinus;                // f(x) = a x:   df/dx = a

        var dw0 = x0 * dS;                   // + hands dS on to w0 x0, w1 x1 and w2, * switches
        var dx0 = w0 * dS;
        var dw1 = x1 * dS;
        var dx1 = w1 * dS;
        var dw2 = 1 * dS;
        return (f, [df, dPlus, dExp, dMinus, dS], [dw0, dx0, dw1, dx1, dw2]);
    }

    // The four gates from s to f as one, "sigmoid gate => (1 - sigmoid) * sigmoid".
    public static double SigmoidGate(double f) => (1 - f) * f;
}
