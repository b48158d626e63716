using Playbooks.Generator.Model;

namespace Playbooks.Generator.Emission;

/// <summary>Prints the generated file of a playbook.</summary>
internal static class PlaybookEmitter
{
    internal static string Emit(PlaybookModel playbook) => Code.Paragraphs(
        FileHead.Of(playbook.DisabledWarnings, playbook.Namespace, playbook.Containers, RecordEmitter.Of(playbook)),
        TableEmitter.Of(playbook),
        OutlineEmitter.Of(playbook)) + "\n";
}
