namespace CourseLabs.Labs;

/// <summary>How a house-price model is trained; the defaults are the slide's (COURSE D9).</summary>
/// <param name="Epochs">How often each training row is seen.</param>
/// <param name="LearningRate">Adam's.</param>
/// <param name="WeightDecay">Adam's.</param>
/// <param name="BatchSize">Rows a step; the last batch of an epoch takes what is left.</param>
/// <param name="Hidden">The size of a hidden layer with ReLU; 0 for none, as on the slide.</param>
public sealed record HouseSettings(
    int Epochs = 100, double LearningRate = 5, double WeightDecay = 0, int BatchSize = 64, int Hidden = 0);
