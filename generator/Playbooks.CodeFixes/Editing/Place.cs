using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Playbooks.Generator;
using Playbooks.Generator.Model.Steps;

namespace Playbooks.CodeFixes.Editing;

/// <summary>The place that a diagnostic marks, and how to offer a fix of it.</summary>
internal sealed class Place(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
{
    internal Document Document => context.Document;

    internal SyntaxNode Root => root;

    internal int Start => diagnostic.Location.SourceSpan.Start;

    internal CancellationToken Token => context.CancellationToken;

    /// <summary>A value of the diagnostic, by a key of <c>Mend</c>.</summary>
    internal string? this[string key] => diagnostic.Properties.TryGetValue(key, out var value) ? value : null;

    /// <summary>The result of a task, as far as the diagnostic describes it.</summary>
    internal GivenModel? Given => Mend.Given(diagnostic.Properties);

    /// <summary>The marked node, or the nearest node of that kind around it.</summary>
    internal T? Find<T>()
        where T : SyntaxNode => root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<T>();

    /// <summary>Offers to replace a node by another.</summary>
    internal void Offer(string title, string key, SyntaxNode old, SyntaxNode mended) =>
        Offer(title, key, root.ReplaceNode(old, mended));

    /// <summary>Offers to change the document.</summary>
    internal void Offer(string title, string key, SyntaxNode mendedRoot) =>
        Register(CodeAction.Create(title, _ => Task.FromResult(Document.WithSyntaxRoot(mendedRoot)), Key(key)));

    /// <summary>Offers to change several documents.</summary>
    internal void Offer(string title, string key, Func<CancellationToken, Task<Solution>> mend) =>
        Register(CodeAction.Create(title, mend, Key(key)));

    /// <summary>The user can apply all fixes with the same key at once.</summary>
    private string Key(string key) => $"{diagnostic.Id}.{key}";

    private void Register(CodeAction action) => context.RegisterCodeFix(action, diagnostic);
}
