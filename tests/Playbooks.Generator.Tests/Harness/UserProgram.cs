using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Playbooks.Generated;

namespace Playbooks.Generator.Tests.Harness;

/// <summary>A user's program: its source, compiled against the runtime as a console project of the SDK would.</summary>
internal static class UserProgram
{
    internal const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Playbooks;
        """;

    private static readonly CSharpParseOptions _parseOptions = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    private static readonly MetadataReference[] _references =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(HostRun).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(PlaybookProgram).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Playbooks.Testing.ScriptedHosts).Assembly.Location),
    ];

    internal static CSharpCompilation Library(params string[] sources) => Of(OutputKind.DynamicallyLinkedLibrary, sources);

    internal static CSharpCompilation Executable(params string[] sources) => Of(OutputKind.ConsoleApplication, sources);

    /// <summary>A library as others reference it: its generated files compiled in, its source gone.</summary>
    internal static MetadataReference Referenced(string source) => MetadataReference.CreateFromImage(Compiled(source));

    /// <summary>The image of such a library.</summary>
    internal static byte[] Compiled(string source)
    {
        using var image = new MemoryStream();
        var result = GeneratorRun.Of(Library(source).WithAssemblyName("Library")).Output.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return image.ToArray();
    }

    internal static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, _parseOptions, path);

    private static CSharpCompilation Of(OutputKind kind, string[] sources) => CSharpCompilation.Create(
        "UserProgram",
        [.. sources.Select((source, i) => Parse(source, $"Source{i}.cs")), Parse(ImplicitUsings, "GlobalUsings.cs")],
        _references,
        new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable).WithWarningLevel(9999));
}
