using Playbooks.Generator.Model;

namespace Playbooks.Generator.Emission;

/// <summary>Prints the entry point of a program that has none.</summary>
internal static class ProgramEmitter
{
    internal const string HintName = "PlaybooksEntryPoint.g.cs";

    internal static string Emit(ProgramModel program) => Code.Of($$"""
        {{FileHead.Of(program.DisabledWarnings)}}

        file static class PlaybooksEntryPoint
        {
            private static global::System.Threading.Tasks.Task<int> Main(string[] args) =>
                global::Playbooks.PlaybookProgram.RunAsync(
                    {{Code.Listed(["args", .. program.Playbooks.Select(name => $"global::Playbooks.PlaybookDefinition.Of<{name}>()")])}});
        }

        """);
}
