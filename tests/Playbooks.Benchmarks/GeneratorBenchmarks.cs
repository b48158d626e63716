using Basic.Reference.Assemblies;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Playbooks.Generated;
using Playbooks.Generator;

namespace Playbooks.Benchmarks;

/// <summary>What the generator costs a compilation, and an editor at a keystroke, with two hundred playbooks of twenty tasks.</summary>
[MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.Linq; global using Playbooks;";

    private static readonly CSharpParseOptions s_options = new(LanguageVersion.CSharp14);

    private CSharpCompilation _program = null!;
    private SyntaxTree _edited = null!;
    private SyntaxTree _unrelated = null!;
    private GeneratorDriver _driver = null!;
    private int _keystrokes;

    /// <summary>Parses the program, and runs the generator once.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _edited = Parse(ManyPlaybooks.One(0), "Deploy0.cs");
        _unrelated = Parse("internal sealed class Unrelated;", "Unrelated.cs");
        _program = CSharpCompilation.Create(
            "Program",
            [
                _edited,
                .. ManyPlaybooks.All.Skip(1).Select((source, number) => Parse(source, $"Deploy{number + 1}.cs")),
                _unrelated,
                Parse(ImplicitUsings, "Usings.cs"),
            ],
            [
                .. Net100.References.All,
                MetadataReference.CreateFromFile(typeof(HostRun).Assembly.Location),
                MetadataReference.CreateFromFile(typeof(PlaybookProgram).Assembly.Location),
            ],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _driver = Driver().RunGenerators(_program);
        if (_driver.GetRunResult().GeneratedTrees.Length != 2 * ManyPlaybooks.Count)
        {
            throw new InvalidOperationException(
                $"Of {ManyPlaybooks.Count} playbooks and as many blocks only {_driver.GetRunResult().GeneratedTrees.Length} are sound.");
        }
    }

    /// <summary>The first run over the whole program, of which nothing is known yet.</summary>
    [Benchmark(Baseline = true)]
    public GeneratorDriver FirstRun() => Driver().RunGenerators(_program.Clone());

    /// <summary>A keystroke within a task of one playbook, from its text to the generated file.</summary>
    [Benchmark]
    public GeneratorDriver Keystroke()
    {
        var edited = Parse(ManyPlaybooks.One(0, typed: $"{_keystrokes++}"), "Deploy0.cs");
        (_program, _edited) = (_program.ReplaceSyntaxTree(_edited, edited), edited);
        return _driver = _driver.RunGenerators(_program);
    }

    /// <summary>A keystroke in a file that has no playbook.</summary>
    [Benchmark]
    public GeneratorDriver KeystrokeElsewhere()
    {
        var edited = Parse($"internal sealed class Unrelated {{ public int Number => {_keystrokes++}; }}", "Unrelated.cs");
        (_program, _unrelated) = (_program.ReplaceSyntaxTree(_unrelated, edited), edited);
        return _driver = _driver.RunGenerators(_program);
    }

    private static CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create([new PlaybookGenerator().AsSourceGenerator()], parseOptions: s_options);

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, s_options, path);
}
