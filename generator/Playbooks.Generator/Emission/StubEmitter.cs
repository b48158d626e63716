using Playbooks.Generator.Model;

namespace Playbooks.Generator.Emission;

/// <summary>Prints the members of a block with errors that other code may use.</summary>
internal static class StubEmitter
{
    internal static string Emit(StubModel stub)
    {
        var results = string.Join(", ", stub.Results.Select(result => $"{Types.Of(result.Given)} {CSharpName.Of(result.Task)}"));
        var part = Code.Of($$"""
            {{FileHead.Head(stub.Part)}}
            {
                /// <summary>The results of the tasks, as far as they are known: the block has errors.</summary>
                {{(stub.HidesResults ? "public new sealed" : "public sealed")}} record Results{{(results.Length == 0 ? "" : $"({results})")}};
            }
            """);
        return FileHead.Of(stub.DisabledWarnings, stub.Namespace, stub.Containers, part) + "\n";
    }
}
