namespace CourseLabs.Torch;

/// <summary>The device that was asked for is not there. The message says what to do, in one or two sentences.</summary>
public sealed class DeviceUnavailableException : Exception
{
    /// <summary>A device is not there.</summary>
    public DeviceUnavailableException()
    {
    }

    /// <summary>A device is not there, in words.</summary>
    public DeviceUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>A device is not there, in words, and the reason.</summary>
    public DeviceUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
