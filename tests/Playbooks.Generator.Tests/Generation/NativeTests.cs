using System.Reflection;
using Microsoft.CodeAnalysis;
using Playbooks.Generated;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Generation;

/// <summary>
/// Results are written and read back in native programs, too: the libraries are built with the analyzers of such programs, and what is generated
/// names nothing that these warn of, which they would not tell of code that nobody has written.
/// </summary>
public sealed class NativeTests
{
    private const string Program = """
        using System.Collections.Immutable;

        namespace Company;

        public enum Level { Low, High }

        public sealed record Item(string Name, Level Level) { public Item? Next { get; init; } }

        public sealed record BackupResult(string Path, long Size = 7) : TaskResult
        {
            public required IReadOnlyList<Item> Items { get; init; }
            public HashSet<Level> Levels { get; init; } = [];
            public ISet<string> Names { get; init; } = new HashSet<string>();
            public SortedDictionary<string, int?> Sizes { get; init; } = [];
            public ImmutableDictionary<Level, string> Texts { get; init; } = ImmutableDictionary<Level, string>.Empty;
            public (string Name, double? Part) Pair { get; init; } = ("", null);
            public Secret? Key { get; init; }
            public CommandResult? Last { get; init; }
        }

        [Block] public partial record Part
        {
            [Async(60, Poll = 0, AtEnd = AtEnd.Leave)] public Command Job => new("x");
            public AsyncStatus<CommandResult> Look(Job<CommandResult> job) => new(job);
        }

        [Playbook("all")] public partial record Nightly(int Size = 3, Level Level = Level.High)
        {
            public Part Part => new();
            public Debug Tell(AcrossHosts<Part.Results> part) => new($"{part.Results.Count}");
        }
        """;

    [Theory]
    [InlineData(typeof(HostRun))]
    [InlineData(typeof(PlaybookProgram))]
    public void The_libraries_are_built_for_native_programs(Type type) => Assert.Contains(
        type.Assembly.GetCustomAttributes<AssemblyMetadataAttribute>(), about => (about.Key, about.Value) == ("IsAotCompatible", "True"));

    [Fact]
    public void What_is_generated_needs_no_reflection()
    {
        var program = GeneratorRun.Of(Program).Output;
        var generated = program.SyntaxTrees.Where(tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)).ToList();

        Assert.Equal(3, generated.Count);
        Assert.Equal([], generated.SelectMany(tree => Reflecting(program, tree)));
    }

    [Theory]
    [InlineData("System.Text.Json.JsonSerializer.Serialize(1)", "Serialize")]
    [InlineData("System.Activator.CreateInstance(typeof(int))", "CreateInstance")]
    [InlineData("System.Activator.CreateInstance<int>()", "CreateInstance")]
    [InlineData("typeof(int).GetProperties()", "GetProperties")]
    [InlineData("typeof(int).MakeArrayType()", "MakeArrayType")]
    [InlineData("System.Enum.GetValues(typeof(System.DayOfWeek))", "GetValues")]
    [InlineData("((dynamic)1).Name", "dynamic")]
    public void The_check_sees_reflection(string expression, string name)
    {
        var program = UserProgram.Library($"public static class C {{ public static object? Of() => {expression}; }}");

        Assert.Contains(name, Reflecting(program, program.SyntaxTrees[0]));
    }

    /// <summary>What a file names that native programs may not have, or that only looks for members when it runs.</summary>
    private static IEnumerable<string> Reflecting(Compilation program, SyntaxTree tree)
    {
        var model = program.GetSemanticModel(tree);
        return tree.GetRoot().DescendantNodes()
            .Select(node => model.GetSymbolInfo(node).Symbol ?? model.GetTypeInfo(node).Type)
            .OfType<ISymbol>()
            .Where(IsReflecting)
            .Select(symbol => symbol is IDynamicTypeSymbol ? "dynamic" : symbol.Name);
    }

    private static bool IsReflecting(ISymbol symbol) => symbol is IDynamicTypeSymbol
        || symbol.ContainingNamespace?.ToDisplayString().StartsWith("System.Reflection", StringComparison.Ordinal) == true
        || symbol is IMethodSymbol { ContainingType.Name: "Type" or "Activator", ContainingNamespace.Name: "System" }
        || Marked(symbol).SelectMany(marked => marked.GetAttributes()).Any(attribute => attribute.AttributeClass?.Name
            is "RequiresUnreferencedCodeAttribute" or "RequiresDynamicCodeAttribute" or "DynamicallyAccessedMembersAttribute");

    private static IEnumerable<ISymbol> Marked(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => [method, .. method.TypeParameters, .. method.Parameters, .. method.ContainingType?.TypeParameters ?? []],
        INamedTypeSymbol type => [type, .. type.TypeParameters],
        _ => [symbol],
    };
}
