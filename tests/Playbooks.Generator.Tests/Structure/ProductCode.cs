using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Playbooks.Generator.Tests.Structure;

/// <summary>The product's own source, as the compiler reads it.</summary>
internal sealed class ProductCode
{
    private static readonly CSharpParseOptions s_options = new(LanguageVersion.CSharp14);

    private static readonly ConcurrentDictionary<string, Lazy<ProductCode>> s_read = new(StringComparer.Ordinal);

    private readonly string _folder;
    private readonly CSharpCompilation _compilation;
    private readonly Lazy<List<(string File, INamedTypeSymbol Used, string UsedIn)>> _uses;

    private ProductCode(string folder, CSharpCompilation compilation)
    {
        _folder = folder;
        _compilation = compilation;
        _uses = new(() => [.. ReadUses()]);
    }

    /// <summary>The repository.</summary>
    internal static string Root { get; } = Repository();

    /// <summary>The source of a project, read once.</summary>
    /// <param name="project">Its folder in the repository.</param>
    internal static ProductCode Of(string project) => s_read.GetOrAdd(project, static project => new(() => Read(project))).Value;

    private static ProductCode Read(string project)
    {
        var folder = Path.Combine(Root, project);
        var files = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Append(Path.Combine(Root, "tests", "Playbooks.Generator.Tests", "Structure", "ImplicitUsings.txt"));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => !Path.GetFileName(file).StartsWith("Playbooks.", StringComparison.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file));
        return new(folder, CSharpCompilation.Create("Product", files.Select(Parse), references));
    }

    /// <summary>Each type with its file, the folders from the project on, and how many lines it has.</summary>
    internal IEnumerable<(INamedTypeSymbol Type, string File, int Lines)> Types =>
        from tree in _compilation.SyntaxTrees
        let model = _compilation.GetSemanticModel(tree)
        from declaration in tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
        let span = tree.GetLineSpan(declaration.Span)
        select (model.GetDeclaredSymbol(declaration)!, FileOf(tree), span.EndLinePosition.Line - span.StartLinePosition.Line + 1);

    /// <summary>Which types of the project each file uses.</summary>
    internal IReadOnlyList<(string File, INamedTypeSymbol Used, string UsedIn)> Uses => _uses.Value;

    private IEnumerable<(string File, INamedTypeSymbol Used, string UsedIn)> ReadUses()
    {
        foreach (var tree in _compilation.SyntaxTrees)
        {
            var model = _compilation.GetSemanticModel(tree);
            foreach (var used in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
                .SelectMany(name => TypesOf(model.GetSymbolInfo(name).Symbol))
                .ToHashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default))
            {
                yield return (FileOf(tree), used, FileOf(used.DeclaringSyntaxReferences[0].SyntaxTree));
            }
        }
    }

    private static SyntaxTree Parse(string file) => CSharpSyntaxTree.ParseText(File.ReadAllText(file), s_options, file);

    // A member that is called is its type's; the type of a value that is only handed on is not used.
    private static ImmutableArray<INamedTypeSymbol> TypesOf(ISymbol? symbol)
    {
        var type = (symbol as INamedTypeSymbol ?? symbol?.ContainingType)?.OriginalDefinition;
        while (type?.ContainingType is { } outer)
        {
            type = outer;
        }

        return type is { DeclaringSyntaxReferences.Length: > 0 } ? [type] : [];
    }

    private string FileOf(SyntaxTree tree) => Path.GetRelativePath(_folder, tree.FilePath);

    private static string Repository([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
