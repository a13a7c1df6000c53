namespace CourseLabs.Labs;

// "Step function", "Sigmoid", "ReLU (Rectified Linear Unit)" and "Softmax 함수" (COURSE A2). Step and softmax are the slides' code, the
// other two its sentences. It says dtype=np.int, a name that NumPy has dropped; C#'s answer is a double.
public static class ActivationFunctions
{
    public static double StepFunction(double x) => x > 0 ? 1 : 0;

    public static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    public static double Relu(double x) => x >= 0 ? x : 0;

    public static double[] Softmax(double[] x)
    {
        var c = x.Max();
        double[] expX = [.. x.Select(xk => Math.Exp(xk - c))]; // overflow prevention
        var sumExpX = expX.Sum();
        return [.. expX.Select(ek => ek / sumExpX)];
    }
}
