using CourseLabs.Torch;

namespace CourseLabs.Labs;

/// <summary>A point of the plane and its label, a class counted from 0.</summary>
public readonly record struct LabelledPoint(float X1, float X2, int Label)
{
    internal static LabelledPoint[] From(Sample sample) =>
        [.. sample.Feature(0).Zip(sample.Feature(1), sample.Y.Floats()).Select(p => new LabelledPoint(p.First, p.Second, (int)p.Third))];
}
