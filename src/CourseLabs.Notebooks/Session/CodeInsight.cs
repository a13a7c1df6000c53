using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseLabs.Notebooks.Session;

/// <summary>What the compiler knows of a cell that is being written, after the cells before it.</summary>
internal sealed class CodeInsight(Compilation compilation)
{
    private readonly SyntaxTree tree = compilation.SyntaxTrees.First();

    private SemanticModel Model => field ??= compilation.GetSemanticModel(tree);

    /// <summary>The names that could stand at the cursor: members after a dot, else all that is in scope, and keywords.</summary>
    public Completions Complete(int position)
    {
        string code = tree.ToString();
        int start = position, end = position;
        while (start > 0 && IsPartOfName(code[start - 1]))
            start--;
        while (end < code.Length && IsPartOfName(code[end]))
            end++;
        if (IsText(position))
            return new([], position, position);
        int dot = start - 1;
        while (dot >= 0 && char.IsWhiteSpace(code[dot]))
            dot--;
        IEnumerable<string> names = dot >= 0 && code[dot] == '.'
            ? Members(dot).Select(s => s.Name)
            : Model.LookupSymbols(start).Select(s => s.Name).Concat(start == position ? [] : Keywords());
        string written = code[start..position];
        string[] matches = [.. names.Where(n => n.StartsWith(written, StringComparison.OrdinalIgnoreCase) && n[0] is not '<')
            .Distinct().OrderBy(n => !n.StartsWith(written, StringComparison.Ordinal)).ThenBy(n => n, StringComparer.Ordinal)];
        return new(matches, start, end);
    }

    /// <summary>The signature and documentation of the name at the cursor, or just before it.</summary>
    public Inspection Inspect(int position)
    {
        foreach (int at in new[] { position, position - 1 })
        {
            if (at < 0 || at >= tree.Length || tree.GetRoot().FindToken(at) is not { RawKind: (int)SyntaxKind.IdentifierToken or (int)SyntaxKind.PredefinedType, Parent: { } node } token
                || !token.Span.Contains(at))
                continue;
            SymbolInfo info = Model.GetSymbolInfo(node);
            ISymbol[] symbols = info.Symbol is { } found ? [found] : [.. info.CandidateSymbols];
            if (symbols.Length == 0 && Model.GetDeclaredSymbol(node) is { } declared)
                symbols = [declared];
            if (symbols.Length > 0)
                return new(string.Join("\n\n", symbols.Select(s => Documentation.Of(s, compilation))));
        }

        return new(Text: null);
    }

    /// <summary>Whether more has to be written before the cell can run.</summary>
    public Completeness Check() => new(
        !SyntaxFactory.IsCompleteSubmission(tree) ? "incomplete"
        : tree.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error) ? "invalid"
        : "complete");

    private static bool IsPartOfName(char c) => SyntaxFacts.IsIdentifierPartCharacter(c);

    private static IEnumerable<string> Keywords() => SyntaxFacts.GetReservedKeywordKinds().Select(SyntaxFacts.GetText);

    // Within a literal or a comment no name stands.
    private bool IsText(int position)
    {
        if (position == 0)
            return false;
        SyntaxToken token = tree.GetRoot().FindToken(position - 1);
        SyntaxTrivia trivia = tree.GetRoot().FindTrivia(position - 1);
        return (token.Parent is LiteralExpressionSyntax or InterpolatedStringTextSyntax && token.Span.Contains(position - 1))
            || trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia;
    }

    private IEnumerable<ISymbol> Members(int dot)
    {
        SyntaxNode? owner = tree.GetRoot().FindToken(dot).Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            QualifiedNameSyntax name => name.Left,
            MemberBindingExpressionSyntax binding => binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
            _ => null,
        };
        if (owner is null)
            return [];
        if (Model.GetSymbolInfo(owner).Symbol is INamespaceOrTypeSymbol container)
            return Model.LookupSymbols(dot, container).Where(s => s.IsStatic || s is INamespaceOrTypeSymbol);
        ITypeSymbol? type = Model.GetTypeInfo(owner).Type;
        return type is null or IErrorTypeSymbol ? []
            : Model.LookupSymbols(dot, type, includeReducedExtensionMethods: true).Where(s => !s.IsStatic && s is not ITypeSymbol);
    }
}
