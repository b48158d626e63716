using Playbooks.Generator.Model;

namespace Playbooks.Generator.Emission;

/// <summary>Prints what others may name of a block in which something is wrong.</summary>
internal static class StubEmitter
{
    internal static string Emit(StubModel stub)
    {
        var writer = new CodeWriter();
        FileHead.Write(writer, stub.DisabledWarnings, stub.Namespace, stub.Containers);
        writer.Open(stub.Part);
        writer.Line("/// <summary>The results of the tasks, as far as they are known: the block has errors.</summary>");
        var modifiers = stub.HidesResults ? "public new sealed" : "public sealed";
        var results = string.Join(", ", stub.Results.Select(result => $"{result.Type} {result.Identifier}"));
        writer.Line($"{modifiers} record Results{(results.Length == 0 ? "" : $"({results})")};");

        writer.Close();
        foreach (var _ in stub.Containers)
        {
            writer.Close();
        }

        return writer.ToString();
    }
}
