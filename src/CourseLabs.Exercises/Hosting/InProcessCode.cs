using System.Reflection;
using CourseLabs.Exercises.Source;

namespace CourseLabs.Exercises.Hosting;

/// <summary>
/// A student's members in this process: what a notebook's cell hands over, and what a debugger steps through. Nothing is limited here.
/// </summary>
public sealed class InProcessCode : IStudentCode
{
    private readonly Func<CallRequest, (MethodInfo? Method, object? Target)> find;

    /// <summary>The static methods of an assembly.</summary>
    public InProcessCode(Assembly assembly, StudentBuild? build = null)
    {
        find = request => (MemberCall.Find(assembly, request), null);
        Build = build ?? StudentBuild.Nothing;
    }

    /// <summary>One method, whatever its name.</summary>
    public InProcessCode(MethodInfo method, object? target = null)
    {
        find = _ => (method, target);
        Build = StudentBuild.Nothing;
    }

    /// <summary>One method, as a notebook's cell names it.</summary>
    public InProcessCode(Delegate member)
        : this((member ?? throw new ArgumentNullException(nameof(member))).Method, member.Target)
    {
    }

    /// <inheritdoc/>
    public StudentBuild Build { get; }

    /// <inheritdoc/>
    public bool IsFreshFor(string member) => true;

    /// <inheritdoc/>
    public void Renew()
    {
    }

    /// <inheritdoc/>
    public CallOutcome Invoke(CallRequest request, TimeSpan limit)
    {
        (var method, var target) = find(request);
        return method is null ? new(CallEnd.Missing) : MemberCall.Run(method, target, request);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
