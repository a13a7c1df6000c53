using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CourseLabs.Exercises.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseLabs.Exercises.Tests.Gate;

/// <summary>
/// The known mistakes of a lab as members of a Tasks.cs: the text of each lambda in Checks.cs becomes the body of the task's method, in a
/// class of its own.
/// </summary>
internal sealed partial class MistakeMembers
{
    private readonly Dictionary<(string Task, string Mistake), string> classes = [];

    public required string Source { get; init; }

    public static MistakeMembers Of(Exercise exercise)
    {
        var checks = CSharpSyntaxTree.ParseText(Lab.Text(exercise, "Checks.cs")).GetCompilationUnitRoot();
        var tasks = CSharpSyntaxTree.ParseText(Lab.Text(exercise, StudentCompiler.FileName)).GetCompilationUnitRoot();
        var owner = checks.DescendantNodes().OfType<ClassDeclarationSyntax>().Single(c => c.BaseList?.ToString().Contains("Exercise", StringComparison.Ordinal) == true);
        var source = new StringBuilder();
        foreach (var @using in checks.Usings)
            source.AppendLine(@using.ToString());
        source.AppendLine("using static Helpers;").AppendLine("static class Helpers {");
        foreach (var helper in owner.Members.Where(m => m.Modifiers.Any(SyntaxKind.StaticKeyword)))
            source.AppendLine(Private().Replace(helper.ToString(), "internal static", 1));
        source.AppendLine("}");

        var names = new Dictionary<(string, string), string>();
        foreach (var creation in checks.DescendantNodes().OfType<ObjectCreationExpressionSyntax>().Where(c => c.Type is GenericNameSyntax { Identifier.Text: "Check" }))
        {
            var input = ((GenericNameSyntax)creation.Type).TypeArgumentList.Arguments[0];
            var id = ((LiteralExpressionSyntax)creation.ArgumentList!.Arguments[0].Expression).Token.ValueText;
            var check = exercise.Checks.Single(c => c.Id == id);
            var method = tasks.DescendantNodes().OfType<MethodDeclarationSyntax>().Single(m => m.Identifier.Text == check.Member);
            foreach (var entry in creation.Initializer!.Expressions.OfType<AssignmentExpressionSyntax>()
                .Where(a => a.Left.ToString() == "Mistakes").SelectMany(a => ((InitializerExpressionSyntax)a.Right).Expressions).Cast<AssignmentExpressionSyntax>())
            {
                var mistake = ((LiteralExpressionSyntax)((ImplicitElementAccessSyntax)entry.Left).ArgumentList.Arguments[0].Expression).Token.ValueText;
                var name = string.Create(CultureInfo.InvariantCulture, $"Mistake{names.Count}");
                names[(id, mistake)] = name;
                source.AppendLine(CultureInfo.InvariantCulture, $"static class {name} {{ public static {method.ReturnType} {check.Member}({Parameters(method)}) {{ {Body(input, method, entry.Right)} }} }}");
            }
        }

        var result = new MistakeMembers { Source = source.ToString() };
        foreach (var (key, name) in names)
            result.classes[key] = name;
        return result;
    }

    public string ClassOf(Check check, string mistake) => classes[(check.Id, mistake)];

    private static string Parameters(MethodDeclarationSyntax method) =>
        string.Join(", ", method.ParameterList.Parameters.Select((p, i) => $"{p.Type} p{i}"));

    private static string Body(TypeSyntax input, MethodDeclarationSyntax method, ExpressionSyntax right)
    {
        var lambda = (SimpleLambdaExpressionSyntax)right;
        // A model's own input is no parameter of the student's method.
        var isModel = input is TupleTypeSyntax tuple && tuple.Elements.Count == method.ParameterList.Parameters.Count + 1;
        string[] parameters = [.. method.ParameterList.Parameters.Select((_, i) => $"p{i}"), .. isModel ? ["null!"] : Array.Empty<string>()];
        var given = parameters.Length == 1 ? parameters[0] : $"({string.Join(", ", parameters)})";
        var declared = lambda.Parameter.Identifier.Text == "_" ? "" : $"{input} {lambda.Parameter.Identifier.Text} = {given}; ";
        if (lambda.Block is { } block)
            return declared + block.ToString();
        // Model.Of(module, input): the student's method returns the module.
        var result = isModel && lambda.ExpressionBody is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Of" } } call
            ? call.ArgumentList.Arguments[0].Expression
            : lambda.ExpressionBody!;
        return $"{declared}return {result};";
    }

    [GeneratedRegex("^(private|internal|public) static")]
    private static partial Regex Private();
}
