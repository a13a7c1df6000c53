using System.Reflection;
using System.Runtime.Loader;
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

    /// <summary>
    /// The members of a file, compiled with the place of its source, into files on the disk: so a debugger finds the lines that its
    /// breakpoints stand in.
    /// </summary>
    /// <exception cref="InvalidDataException">The file is no text.</exception>
    public static InProcessCode OfFile(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var encoding = bytes is [0xEF, 0xBB, 0xBF, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? System.Text.Encoding.UTF8 : new System.Text.UTF8Encoding(false);
        var build = StudentCompiler.Compile(new(path, StudentText.Read(path)) { Encoding = encoding });
        if (build.Assembly.Length == 0)
            return new(typeof(void).Assembly, build);
        var folder = Directory.CreateTempSubdirectory("courselabs-").FullName;
        File.WriteAllBytes(Path.Combine(folder, "Student.pdb"), build.Symbols);
        File.WriteAllBytes(Path.Combine(folder, "Student.dll"), build.Assembly);
        // A context of its own: the file may be compiled again.
        return new(new AssemblyLoadContext("Student").LoadFromAssemblyPath(Path.Combine(folder, "Student.dll")), build);
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
