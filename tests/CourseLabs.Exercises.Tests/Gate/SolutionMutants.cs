using System.Reflection;
using CourseLabs.Exercises.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CourseLabs.Exercises.Tests.Gate;

/// <summary>Wrong variants that nobody has thought of: the solutions with one operator, number or statement changed.</summary>
internal static class SolutionMutants
{
    private const int MostOfATask = 5;

    private static readonly Dictionary<SyntaxKind, string> Operators = new()
    {
        [SyntaxKind.AddExpression] = "-", [SyntaxKind.SubtractExpression] = "+", [SyntaxKind.MultiplyExpression] = "/",
        [SyntaxKind.DivideExpression] = "*", [SyntaxKind.LessThanExpression] = ">", [SyntaxKind.GreaterThanExpression] = "<",
        [SyntaxKind.LessThanOrEqualExpression] = ">", [SyntaxKind.GreaterThanOrEqualExpression] = "<", [SyntaxKind.EqualsExpression] = "!=",
        [SyntaxKind.NotEqualsExpression] = "==", [SyntaxKind.LogicalAndExpression] = "||", [SyntaxKind.LogicalOrExpression] = "&&",
    };

    private static readonly Dictionary<string, string> Names = new()
    {
        ["SumOfRows"] = "SumOfColumns", ["SumOfColumns"] = "SumOfRows", ["Max"] = "Min", ["Min"] = "Max", ["Exp"] = "Abs", ["Log"] = "Abs",
        ["Sqrt"] = "Abs", ["Tanh"] = "Sin", ["Sum"] = "Max", ["sum"] = "mean", ["mean"] = "sum", ["sigmoid"] = "tanh", ["tanh"] = "sigmoid",
        ["relu"] = "tanh", ["Average"] = "Sum", ["exp"] = "abs", ["log"] = "abs", ["sqrt"] = "abs", ["argmax"] = "argmin",
    };

    /// <summary>Of each task the mutants that compile, at most five, spread over the solution.</summary>
    public static Dictionary<string, List<MethodInfo>> Of(string text, IEnumerable<Check> checks)
    {
        var tree = CSharpSyntaxTree.ParseText(text.ReplaceLineEndings("\n"));
        var result = new Dictionary<string, List<MethodInfo>>();
        foreach (var member in checks.Select(c => c.Member))
        {
            var changes = Changes(tree, member).ToArray();
            result[member] = [.. Spread(changes).Select(change => Compiled(tree.GetText().WithChanges(change).ToString(), member)).OfType<MethodInfo>()
                .Take(MostOfATask)];
        }

        return result;
    }

    private static IEnumerable<TextChange> Changes(SyntaxTree tree, string member)
    {
        var method = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single(m => m.Identifier.Text == member);
        var all = tree.ToString();
        var begin = all.IndexOf("// BEGIN SOLUTION", method.SpanStart, StringComparison.Ordinal);
        var solution = TextSpan.FromBounds(begin, all.IndexOf("// END SOLUTION", begin, StringComparison.Ordinal));
        foreach (var node in method.DescendantNodes().Where(n => solution.Contains(n.Span) && !IsOfALoop(n)))
        {
            if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax or IdentifierNameSyntax } called } dropped)
                yield return new(dropped.Span, called.Expression.ToString());
            if (node is BinaryExpressionSyntax binary && Operators.TryGetValue(binary.Kind(), out var other))
                yield return new(binary.OperatorToken.Span, other);
            else if (node is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.NumericLiteralExpression))
                yield return new(literal.Span, literal.Token.ValueText == "2" ? "3" : "2");
            else if (node is LiteralExpressionSyntax text && text.IsKind(SyntaxKind.StringLiteralExpression))
                yield return new(text.Span, $"\"?{text.Token.ValueText}\"");
            else if (node is PrefixUnaryExpressionSyntax minus && minus.IsKind(SyntaxKind.UnaryMinusExpression))
                yield return new(minus.OperatorToken.Span, "");
            else if (node is MemberAccessExpressionSyntax { Name.Identifier.Text: "T" } transpose)
                yield return new(transpose.Span, transpose.Expression.ToString());
            else if (node is ExpressionStatementSyntax statement)
                yield return new(statement.Span, ";");
            else if (node is TupleExpressionSyntax tuple)
            {
                foreach ((var first, var second) in tuple.Arguments.Zip(tuple.Arguments.Skip(1)).Where(p => p.First.ToString() != p.Second.ToString()))
                    yield return new(TextSpan.FromBounds(first.SpanStart, second.Span.End), $"{second}, {first}");
            }
            else if (node is SimpleNameSyntax name && Names.TryGetValue(name.Identifier.Text, out var near))
                yield return new(name.Span, near);
            else if (node is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 2 } two } && two[0].ToString() != two[1].ToString())
                yield return new(TextSpan.FromBounds(two[0].SpanStart, two[1].Span.End), $"{two[1]}, {two[0]}");
            else if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } access, ArgumentList.Arguments: [var one] } call)
                yield return new(call.Span, $"{one}.{access.Name}({receiver})");
        }
    }

    private sealed class LoopGuard : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node) =>
            ((WhileStatementSyntax)base.VisitWhileStatement(node)!).WithCondition(Guarded(node.Condition));

        public override SyntaxNode? VisitForStatement(ForStatementSyntax node) =>
            ((ForStatementSyntax)base.VisitForStatement(node)!).WithCondition(Guarded(node.Condition));

        private static ExpressionSyntax Guarded(ExpressionSyntax? condition) =>
            SyntaxFactory.ParseExpression(condition is null ? "Rounds.Go()" : $"Rounds.Go() && ({condition})");
    }

    // A loop whose bounds are changed may never end.
    private static bool IsOfALoop(SyntaxNode node) => node.AncestorsAndSelf().Any(n =>
        n.Parent is ForStatementSyntax loop && n != loop.Statement || n.Parent is WhileStatementSyntax { Condition: var c } && c == n);

    private static IEnumerable<TextChange> Spread(TextChange[] changes) =>
        Enumerable.Range(0, MostOfATask).SelectMany(first => changes.Where((_, i) => i % MostOfATask == first));

    private static MethodInfo? Compiled(string text, string member)
    {
        // A mutant may lack what ends a loop: each loop counts its rounds.
        var guarded = new LoopGuard().Visit(CSharpSyntaxTree.ParseText(text).GetRoot()).ToFullString()
            + "\nfile static class Rounds { private static int count; public static bool Go() => ++count < 100_000 ? true : throw new InvalidOperationException(); }";
        var build = StudentCompiler.Compile(new(StudentCompiler.FileName, guarded));
        return build.Errors.Count > 0 ? null
            : Assembly.Load(build.Assembly).GetTypes().Select(t => t.GetMethod(member)).OfType<MethodInfo>().Single();
    }
}
