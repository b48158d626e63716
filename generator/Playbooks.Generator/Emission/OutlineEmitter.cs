using Playbooks.Generator.Model;

namespace Playbooks.Generator.Emission;

/// <summary>
/// Prints the description of a playbook or block that needs no instance. For a playbook, this includes its variables and how to create it from
/// their values, for the command line.
/// </summary>
internal static class OutlineEmitter
{
    internal static string Of(PlaybookModel playbook) => Code.Of($$"""
        file static class {{playbook.Outline}}
        {
            {{(playbook.IsBlock ? Block(playbook) : Code.Paragraphs(Info(playbook), Definition(playbook)))}}
        }
        """);

    private static string Block(PlaybookModel block) => Code.Of($"""
        internal static readonly global::Playbooks.Generated.BlockInfo Info = new(
            {Text.Literal(block.CommandName)},
            {Tasks(block)}){End(block)}
        {Properties(block)}
        """);

    private static string Info(PlaybookModel playbook) => Code.Of($"""
        internal static readonly global::Playbooks.Generated.PlaybookInfo Info = new(
            {Text.Literal(playbook.CommandName)},
            {Text.Literal(playbook.Pattern)},
            {Tasks(playbook)}){End(playbook)}
        {Properties(playbook)}
        """);

    private static string Definition(PlaybookModel playbook) => Code.Of($$"""
        internal static readonly global::Playbooks.PlaybookDefinition Definition = new(
            Info,
            {{VariableEmitter.List(playbook.Variables)}},
            Create);

        private static global::Playbooks.Generated.RunnablePlaybook Create(global::Playbooks.Generated.VariableValues values)
        {
            {{VariableEmitter.Creation("playbook", playbook.FullName, playbook.Variables)}}

            return global::Playbooks.Generated.RunnablePlaybook.{{(playbook.IsSite ? "OfSite" : $"Of<{playbook.FullName}.Results>")}}(playbook);
        }
        """);

    private static string Tasks(PlaybookModel playbook) => Text.List(playbook.Tasks.Select(task => Reference(playbook, task)));

    private static string Reference(PlaybookModel playbook, TaskModel task) => $"{playbook.TaskTable}.{CSharpName.Of(task.Member)}";

    private static string End(PlaybookModel playbook) => GivenProperties(playbook).Count == 0 ? ";" : "";

    private static string Properties(PlaybookModel playbook) => GivenProperties(playbook) is { Count: > 0 } properties
        ? Code.Of($$"""
            {
                {{Code.Lines(properties.Select(property => $"{property},"))}}
            };
            """)
        : "";

    private static List<string> GivenProperties(PlaybookModel playbook)
    {
        string?[] properties =
        [
            playbook.Handlers.Count == 0 ? null : $"Handlers = [{string.Join(", ", playbook.Handlers.Select(handler => Reference(playbook, handler)))}]",
            playbook.HostVars.Count == 0
                ? null
                : $"HostVars = [{string.Join(", ", playbook.HostVars.Select(type => $"global::Playbooks.Generated.HostVarsInfo.Of<{type}>()"))}]",
            .. playbook.IsBlock ? [] : OfPlaybook(playbook),
        ];
        return [.. properties.OfType<string>()];
    }

    private static string?[] OfPlaybook(PlaybookModel playbook) =>
    [
        playbook.Summary is { } summary ? $"Summary = {Text.Literal(summary)}" : null,
        playbook.Become is { } become ? $"Become = {TableEmitter.Become(become)}" : null,
        playbook.Order.Strategy is { } strategy ? $"Strategy = global::Playbooks.Strategy.{strategy}" : null,
        playbook.Order.Serial.Count == 0 ? null : $"Serial = [{string.Join(", ", playbook.Order.Serial.Select(BatchSize))}]",
        playbook.Order.MaxFailPercentage == PlaybookDefaults.MaxFailPercentage
            ? null
            : $"MaxFailPercentage = {Text.Number(playbook.Order.MaxFailPercentage)}",
        playbook.Order.AnyErrorsFatal ? "AnyErrorsFatal = true" : null,
    ];

    private static string BatchSize(BatchSizeModel size) => $"new({Text.Number(size.Value)}{(size.IsPercentage ? ", IsPercentage: true" : "")})";
}
