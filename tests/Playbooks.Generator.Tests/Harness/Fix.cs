using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Playbooks.CodeFixes;

namespace Playbooks.Generator.Tests.Harness;

/// <summary>What editors do with a code fix.</summary>
internal static class Fix
{
    /// <summary>Applies a mend to the first problem of its rule, and asserts that nothing at all is said about what it makes.</summary>
    /// <returns>The mended source.</returns>
    internal static async Task<string> AppliedAsync(PlaybookFix fix, string title, string source, params string[] alsoSaidByTheCompiler)
    {
        var mended = await FirstAsync(fix, title, source, alsoSaidByTheCompiler);
        await Rule.KeptAsync(mended);
        return mended;
    }

    /// <summary>The same, where the compiler is given an inventory.</summary>
    /// <returns>The mended source.</returns>
    internal static async Task<string> AppliedBesideAsync(string inventory, PlaybookFix fix, string title, string source)
    {
        var mended = await FirstAsync(fix, title, source, [], inventory);
        Assert.Empty(await GeneratorRun.Of(mended).AnalyzeAsync(inventory));
        return mended;
    }

    /// <summary>The titles of what is offered for the first problem of a rule.</summary>
    internal static async Task<IReadOnlyList<string>> OfferedAsync(PlaybookFix fix, string source, params string[] alsoSaidByTheCompiler)
    {
        using var workspace = new AdhocWorkspace();
        return (await OffersAsync(workspace, fix, source, alsoSaidByTheCompiler)).Actions.ConvertAll(action => action.Title);
    }

    private static async Task<string> FirstAsync(PlaybookFix fix, string title, string source, string[] alsoSaidByTheCompiler, string? inventory = null)
    {
        using var workspace = new AdhocWorkspace();
        var (document, actions) = await OffersAsync(workspace, fix, source, alsoSaidByTheCompiler, inventory);
        Assert.Contains(title, actions.Select(action => action.Title));
        var operations = await actions.Single(action => action.Title == title).GetOperationsAsync(TestContext.Current.CancellationToken);
        var solution = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution;
        var text = await solution.GetDocument(document)!.GetTextAsync(TestContext.Current.CancellationToken);
        return text.ToString();
    }

    private static async Task<(DocumentId Document, List<CodeAction> Actions)> OffersAsync(
        AdhocWorkspace workspace, PlaybookFix fix, string source, string[] alsoSaidByTheCompiler, string? inventory = null)
    {
        var program = UserProgram.Library(source);
        var problems = await GeneratorRun.Of(program, alsoSaidByTheCompiler).AnalyzeAsync(inventory);
        var problem = problems.First(problem => fix.FixableDiagnosticIds.Contains(problem.Id));
        var document = Open(workspace, program);
        var actions = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, problem, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        return (document.Id, actions);
    }

    private static Document Open(AdhocWorkspace workspace, CSharpCompilation program)
    {
        var id = ProjectId.CreateNewId();
        var documents = program.SyntaxTrees.Select(tree => DocumentInfo.Create(
            DocumentId.CreateNewId(id),
            tree.FilePath,
            loader: TextLoader.From(TextAndVersion.Create(tree.GetText(TestContext.Current.CancellationToken), VersionStamp.Default)),
            filePath: tree.FilePath));
        var project = workspace.AddProject(ProjectInfo.Create(
            id,
            VersionStamp.Default,
            program.AssemblyName!,
            program.AssemblyName!,
            LanguageNames.CSharp,
            compilationOptions: program.Options,
            parseOptions: program.SyntaxTrees[0].Options,
            documents: documents,
            metadataReferences: program.References));
        return project.Documents.First();
    }
}
