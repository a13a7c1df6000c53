namespace CourseLabs.Backprop.Optimizers;

/// <summary>
/// Where the small number stands that keeps a step from dividing by 0 (COURSE E9!). First Adagrad step with g = 0.1, lr = 0.1,
/// epsilon = 0.01: 0.0909 beside the root, 0.0707 inside.
/// </summary>
public enum EpsilonPlace
{
    /// <summary>lr g / (sqrt(G) + epsilon), as in torch.optim.</summary>
    BesideRoot,

    /// <summary>lr g / sqrt(G + epsilon), as on the slides.</summary>
    InsideRoot,
}

internal static class EpsilonPlaceExtensions
{
    public static double Root(this EpsilonPlace place, double x, double epsilon) =>
        place == EpsilonPlace.BesideRoot ? Math.Sqrt(x) + epsilon : Math.Sqrt(x + epsilon);
}
