using CourseLabs.Backprop.Scalars;

namespace CourseLabs.Backprop.Tests.Scalars;

/// <summary>
/// The sum of |product of local gradients| over all paths from an input: rounding errs by a small part of it, in whichever order the
/// paths are added.
/// </summary>
internal readonly record struct PathSize(double Value, double Size) : IScalar<PathSize>
{
    public static PathSize Constant(double value) => new(value, 0);

    public static PathSize From(string operation, double value, PathSize x, double dx, double constant = 0) => new(value, Math.Abs(dx) * x.Size);

    public static PathSize From(string operation, double value, PathSize x, double dx, PathSize y, double dy) =>
        new(value, Math.Abs(dx) * x.Size + Math.Abs(dy) * y.Size);

    public PathSize Named(string label) => this;
}
