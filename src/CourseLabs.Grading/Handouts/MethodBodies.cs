using System.Globalization;
using System.Text.RegularExpressions;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace CourseLabs.Grading.Handouts;

/// <summary>Methods' bodies as texts that are the same for the same code, whatever it is called and wherever it stands.</summary>
internal static partial class MethodBodies
{
    // Shorter ones are the same by chance: a field that is returned.
    private const int Fewest = 5;

    /// <summary>The body; empty for a short one.</summary>
    public static string Of(MethodDefinition method)
    {
        if (!method.HasBody)
            return "";
        method.Body.SimplifyMacros();
        Instruction[] code = [.. method.Body.Instructions.Where(i => i.OpCode != OpCodes.Nop)];
        return code.Length < Fewest ? "" : string.Join('\n', code.Select(i => $"{i.OpCode.Name} {Operand(i.Operand, code, method)}"));
    }

    /// <summary>All methods of an assembly, those of lambdas too.</summary>
    public static IEnumerable<MethodDefinition> All(AssemblyDefinition assembly) => assembly.Modules.SelectMany(m => m.GetTypes()).SelectMany(t => t.Methods);

    private static string Operand(object? operand, Instruction[] code, MethodDefinition method) => operand switch
    {
        null => "",
        Instruction target => Place(target, code),
        Instruction[] targets => string.Join(',', targets.Select(t => Place(t, code))),
        ParameterDefinition parameter => parameter == method.Body.ThisParameter ? "this" : parameter.Index.ToString(CultureInfo.InvariantCulture),
        VariableDefinition variable => variable.Index.ToString(CultureInfo.InvariantCulture),
        // Of the assembly itself: its name alone, without the numbers that the compiler gives.
        MemberReference member when member.Module == method.Module && IsOwn(member) => Number().Replace(member.Name, ""),
        MemberReference member => member.FullName,
        _ => string.Create(CultureInfo.InvariantCulture, $"{operand}"),
    };

    private static bool IsOwn(MemberReference member) =>
        (member as TypeReference ?? member.DeclaringType)?.GetElementType() is { Scope: ModuleDefinition } or TypeDefinition;

    // A branch may lead to a nop that was left out: to what follows it.
    private static string Place(Instruction target, Instruction[] code)
    {
        var at = target;
        while (at.OpCode == OpCodes.Nop && at.Next is not null)
            at = at.Next;
        return "@" + Array.IndexOf(code, at).ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
