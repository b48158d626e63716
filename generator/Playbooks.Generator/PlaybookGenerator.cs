using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Playbooks.Generator.Emission;
using Playbooks.Generator.Model;
using Playbooks.Generator.Model.Results;
using Playbooks.Generator.Reading.Readers;
using Playbooks.Generator.Reading.Results;
using Playbooks.Generator.Reading.Slips;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator;

/// <summary>
/// Generates a typed runner for every <c>[Playbook]</c> and <c>[Block]</c> record, a reader for every <c>[HostVars]</c> record, the code that
/// writes and reads results, and an entry point for a program without one.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class PlaybookGenerator : IIncrementalGenerator
{
    internal const string MistakesStep = "Mistakes";
    internal const string PlaybooksStep = "Playbooks";
    internal const string BlocksStep = "Blocks";
    internal const string HostVarsStep = "HostVars";
    internal const string EntryPointStep = "EntryPoint";
    internal const string ProgramStep = "Program";
    internal const string ResultsStep = "Results";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var readPlaybooks = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownTypes.Metadata(KnownAttributes.Playbook), static (node, _) => node is TypeDeclarationSyntax, Read);

        var readBlocks = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownTypes.Metadata(KnownAttributes.Block), static (node, _) => node is TypeDeclarationSyntax, ReadBlock);

        // The places of mistakes are values, too, but they move: what is generated does not depend on them.
        var playbooks = readPlaybooks.Select(static (read, _) => read?.Sound).WithTrackingName(PlaybooksStep);
        var blocks = readBlocks.Select(static (read, _) => read?.Block).WithTrackingName(BlocksStep);
        context.RegisterSourceOutput(readPlaybooks.Select(static (read, _) => read?.Mistakes ?? default).WithTrackingName(MistakesStep), Tell);
        context.RegisterSourceOutput(readBlocks.Select(static (read, _) => read?.Mistakes ?? default).WithTrackingName(MistakesStep), Tell);

        var hostVars = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypes.Metadata(KnownAttributes.HostVars),
                static (node, _) => node is TypeDeclarationSyntax,
                static (found, token) => HostVarsRecordReader.Read((INamedTypeSymbol)found.TargetSymbol, sink: null, token))
            .WithTrackingName(HostVarsStep);

        var needsEntryPoint = context.CompilationProvider
            .Select(ProgramReader.NeedsEntryPoint)
            .WithTrackingName(EntryPointStep);

        // A broken playbook still asks for an entry point: a missing Main beside the real error would only confuse.
        var program = playbooks.Collect()
            .Combine(needsEntryPoint)
            .Select(static (source, _) => source.Right && !source.Left.IsEmpty ? Program(source.Left) : null)
            .WithTrackingName(ProgramStep);

        var declared = context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => node is RecordDeclarationSyntax { BaseList: not null },
                static (found, token) => ResultReader.Read((RecordDeclarationSyntax)found.Node, found.SemanticModel, token))
            .Where(static result => result is not null)
            .Collect();

        // Results of generic types are made by who uses them: nobody else knows of what they are.
        var results = declared
            .Combine(readPlaybooks.SelectMany(static (read, _) => (IEnumerable<ResultModel>?)read?.Results ?? []).Collect())
            .Combine(readBlocks.SelectMany(static (read, _) => (IEnumerable<ResultModel>?)read?.Results ?? []).Collect())
            .Select(static (found, _) => ResultModel.Of([.. found.Left.Left.OfType<ResultModel>(), .. found.Left.Right, .. found.Right]))
            .WithTrackingName(ResultsStep);

        context.RegisterSourceOutput(results, static (output, results) =>
        {
            if (results.Formats.Count > 0)
            {
                output.AddSource(ResultsEmitter.HintName, SourceText.From(ResultsEmitter.Emit(results), Encoding.UTF8));
            }
        });
        context.RegisterSourceOutput(playbooks, Emit);
        context.RegisterSourceOutput(blocks, static (output, block) =>
        {
            Emit(output, block?.Sound);
            if (block?.Stub is { } stub)
            {
                output.AddSource(stub.HintName, SourceText.From(StubEmitter.Emit(stub), Encoding.UTF8));
            }
        });
        context.RegisterSourceOutput(hostVars, static (output, vars) =>
        {
            if (vars is not null)
            {
                output.AddSource(vars.HintName, SourceText.From(HostVarsEmitter.Emit(vars), Encoding.UTF8));
            }
        });
        context.RegisterSourceOutput(program, static (output, program) =>
        {
            if (program is not null)
            {
                output.AddSource(ProgramEmitter.HintName, SourceText.From(ProgramEmitter.Emit(program), Encoding.UTF8));
            }
        });
    }

    private static void Emit(SourceProductionContext output, PlaybookModel? playbook)
    {
        if (playbook is not null)
        {
            output.AddSource(playbook.HintName, SourceText.From(PlaybookEmitter.Emit(playbook), Encoding.UTF8));
        }
    }

    private static void Tell(SourceProductionContext output, EquatableArray<MistakeModel> mistakes)
    {
        foreach (var mistake in mistakes)
        {
            output.ReportDiagnostic(Mistakes.Told(mistake));
        }
    }

    private static ReadPlaybook? Read(GeneratorAttributeSyntaxContext context, CancellationToken token)
    {
        if (!IsFirst(context))
        {
            return null;
        }

        var type = (INamedTypeSymbol)context.TargetSymbol;
        var sound = PlaybookReader.Read(type, sink: null, token);
        return new(
            sound,
            MistakeReader.Read(type, sound is not null, context.SemanticModel.Compilation, token),
            ResultReader.ReadTasks(type, context.SemanticModel.Compilation));
    }

    private static ReadBlock? ReadBlock(GeneratorAttributeSyntaxContext context, CancellationToken token)
    {
        if (!IsFirst(context))
        {
            return null;
        }

        var type = (INamedTypeSymbol)context.TargetSymbol;
        var sound = PlaybookReader.Read(type, sink: null, token);
        return new(
            sound is not null ? new(sound, Stub: null) : new(Sound: null, StubReader.Read(type, token)),
            MistakeReader.Read(type, sound is not null, context.SemanticModel.Compilation, token),
            ResultReader.ReadTasks(type, context.SemanticModel.Compilation));
    }

    /// <summary>C# rejects a second attribute of this kind on another part of the record, so only the first is read.</summary>
    private static bool IsFirst(GeneratorAttributeSyntaxContext context) =>
        PlaybookTypes.AttributeOf((INamedTypeSymbol)context.TargetSymbol) is { ApplicationSyntaxReference: { } first }
        && first.SyntaxTree == context.TargetNode.SyntaxTree
        && context.TargetNode.Span.Contains(first.Span);

    private static ProgramModel Program(IReadOnlyCollection<PlaybookModel?> playbooks)
    {
        var sound = playbooks.OfType<PlaybookModel>().OrderBy(playbook => playbook.FullName, StringComparer.Ordinal).ToList();
        return new(
            sound.Select(playbook => playbook.FullName).ToEquatableArray(),
            sound.SelectMany(playbook => playbook.DisabledWarnings).Distinct().OrderBy(id => id, StringComparer.Ordinal).ToEquatableArray());
    }
}
