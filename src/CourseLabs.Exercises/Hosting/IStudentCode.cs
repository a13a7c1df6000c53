using CourseLabs.Exercises.Source;

namespace CourseLabs.Exercises.Hosting;

/// <summary>A student's members, wherever they run.</summary>
public interface IStudentCode : IDisposable
{
    /// <summary>What the compiler said.</summary>
    StudentBuild Build { get; }

    /// <summary>Whether nothing but this member was called since the process started.</summary>
    bool IsFreshFor(string member);

    /// <summary>Has the next call find a new process.</summary>
    void Renew();

    /// <summary>Calls a member.</summary>
    /// <param name="request">Which, and with what.</param>
    /// <param name="limit">How long it may take.</param>
    CallOutcome Invoke(CallRequest request, TimeSpan limit);
}
