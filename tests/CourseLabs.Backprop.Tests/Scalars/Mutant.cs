using CourseLabs.Backprop.Scalars;

namespace CourseLabs.Backprop.Tests.Scalars;

/// <summary>Forward mode in which the local gradient by one of a gate's inputs is deliberately wrong.</summary>
internal readonly record struct Mutant(Dual Dual, Mutation Mutation) : IScalar<Mutant>
{
    public double Value => Dual.Value;

    public static Mutant Constant(double value) => throw new NotSupportedException("Only single gates are mutated.");

    public static Mutant From(string operation, double value, Mutant x, double dx, double constant = 0) =>
        x with { Dual = Dual.From(operation, value, x.Dual, x.Mutation.Of(dx, 0)) };

    public static Mutant From(string operation, double value, Mutant x, double dx, Mutant y, double dy) =>
        x with { Dual = Dual.From(operation, value, x.Dual, x.Mutation.Of(dx, 0), y.Dual, x.Mutation.Of(dy, 1)) };

    public Mutant Named(string label) => this;

    public static (double F, double Dx, double Dy) Gate(string gate, double x, double y, Mutation mutation)
    {
        var byX = Gates.Apply(gate, new Mutant(new(x, 1), mutation), new Mutant(new(y, 0), mutation)).Dual;
        return (byX.Value, byX.Derivative, Gates.Apply(gate, new Mutant(new(x, 0), mutation), new Mutant(new(y, 1), mutation)).Dual.Derivative);
    }
}

/// <summary>What is done to the local gradient by the first (0) or second (1) input.</summary>
internal sealed record Mutation(int Input, Func<double, double> Wrong)
{
    public double Of(double localGradient, int input) => input == Input ? Wrong(localGradient) : localGradient;
}
