using Playbooks.Generator.Model;

namespace Playbooks.Generator.Emission;

/// <summary>Prints the generated file of a playbook.</summary>
internal static class PlaybookEmitter
{
    internal static string Emit(PlaybookModel playbook)
    {
        var writer = new CodeWriter();
        FileHead.Write(writer, playbook.DisabledWarnings, playbook.Namespace, playbook.Containers);
        RecordEmitter.Write(writer, playbook);
        foreach (var _ in playbook.Containers)
        {
            writer.Close();
        }

        if (playbook.Tasks.Count + playbook.Handlers.Count > 0)
        {
            writer.Line();
            TableEmitter.Write(writer, playbook);
        }

        writer.Line();
        OutlineEmitter.Write(writer, playbook);
        return writer.ToString();
    }
}
