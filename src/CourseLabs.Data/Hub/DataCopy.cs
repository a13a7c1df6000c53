namespace CourseLabs.Data.Hub;

/// <summary>A data file that lies in a folder.</summary>
/// <param name="Path">Where.</param>
/// <param name="Form">Which of the file's forms it is.</param>
/// <param name="IsUsers">Whether it lies in the folder that the user named, where nothing is ever written; else it is in the cache.</param>
/// <param name="Damage">What is wrong with it; null when it is whole.</param>
public sealed record DataCopy(string Path, DataForm Form, bool IsUsers, string? Damage);
