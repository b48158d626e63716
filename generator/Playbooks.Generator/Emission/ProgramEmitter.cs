using Playbooks.Generator.Model;

namespace Playbooks.Generator.Emission;

/// <summary>Prints the entry point of a program that has none.</summary>
internal static class ProgramEmitter
{
    internal const string HintName = "PlaybooksEntryPoint.g.cs";

    internal static string Emit(ProgramModel program)
    {
        var writer = new CodeWriter();
        FileHead.Write(writer, program.DisabledWarnings);
        writer.Line();
        writer.Open("file static class PlaybooksEntryPoint");
        writer.Line("private static global::System.Threading.Tasks.Task<int> Main(string[] args) =>");
        var playbooks = program.Playbooks.Select(name => $",\n        global::Playbooks.PlaybookDefinition.Of<{name}>()");
        writer.Lines($"    global::Playbooks.PlaybookProgram.RunAsync(\n        args{string.Concat(playbooks)});");
        writer.Close();
        return writer.ToString();
    }
}
