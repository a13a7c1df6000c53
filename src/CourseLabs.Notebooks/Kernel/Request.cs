using CourseLabs.Notebooks.Kernel.Messages;
using CourseLabs.Notebooks.Kernel.Zmtp;

namespace CourseLabs.Notebooks.Kernel;

/// <summary>A message that waits to be answered.</summary>
/// <param name="From">Over what it came, and the answer goes.</param>
/// <param name="Message">What it says.</param>
/// <param name="Number">The how-manieth it is.</param>
internal sealed record Request(Connection From, Message Message, long Number);
