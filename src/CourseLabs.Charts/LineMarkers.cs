namespace CourseLabs.Charts;

/// <summary>What a line shows besides its stroke.</summary>
public enum LineMarkers
{
    /// <summary>Nothing: for a curve of many points.</summary>
    None,

    /// <summary>A marker at each point: for few of them, such as one a layer.</summary>
    Points,

    /// <summary>An open square where it starts and a full diamond where it ends: for the path of an optimiser.</summary>
    Ends,
}
