using Playbooks.Generator.Model;

namespace Playbooks.Generator.Emission;

/// <summary>Prints the generated part of the record: its description, its run, its handlers, its <c>PrintMembers</c>, and its results.</summary>
internal static class RecordEmitter
{
    internal static string Of(PlaybookModel playbook) => Code.Of($$"""
        {{FileHead.Head(playbook.Part)}} : {{string.Join(", ", Faces(playbook))}}
        {
            {{Code.Paragraphs(
                Outline(playbook),
                playbook.IsSite ? SiteEmitter.Of(playbook) : RunEmitter.Of(playbook),
                HandlerEmitter.Of(playbook),
                playbook.Print is { } print ? Print(print) : "",
                playbook.IsSite ? "" : Results(playbook))}}
        }
        """);

    private static IEnumerable<string> Faces(PlaybookModel playbook) =>
    [
        .. playbook.IsBlock
            ? new[] { $"global::Playbooks.Generated.IBlock<{playbook.FullName}.Results>", "global::Playbooks.Generated.IOutlined" }
            : [playbook.IsSite ? "global::Playbooks.ISite" : $"global::Playbooks.IPlaybook<{playbook.FullName}.Results>"],
        .. playbook.Handlers.Count == 0 ? [] : new[] { "global::Playbooks.Generated.IHandlers" },
    ];

    private static string Outline(PlaybookModel playbook) => playbook.IsBlock
        ? $"static global::Playbooks.Generated.BlockInfo global::Playbooks.Generated.IOutlined.Outline => {playbook.Outline}.Info;"
        : $"""
            static global::Playbooks.PlaybookDefinition global::Playbooks.IPlaybook.Definition => {playbook.Outline}.Definition;

            global::Playbooks.Generated.PlaybookInfo global::Playbooks.IPlaybook.Info => {playbook.Outline}.Info;
            """;

    private static string Print(PrintModel print)
    {
        var modifiers = print.Kind switch
        {
            PrintKind.Override => "protected override",
            PrintKind.First => "protected virtual",
            _ => "private",
        };
        var lines = print.Members.Select((member, i) =>
            $"builder.Append(\"{(i == 0 ? "" : ", ")}{member.Name} = \").Append({(member.IsObject ? "(object?)" : "")}this.{CSharpName.Of(member.Name)});");
        var body = print.Members.Count == 0 ? " => false;" : Code.Of($$"""

            {
                {{Code.Lines(lines)}}
                return true;
            }
            """);
        return Code.Of($"""
            /// <summary>Prints the variables; the tasks are not evaluated.</summary>
            /// <param name="builder">The builder to print to.</param>
            /// <returns>Whether the record has variables to print.</returns>
            {modifiers} bool PrintMembers(global::System.Text.StringBuilder builder){body}
            """);
    }

    private static string Results(PlaybookModel playbook)
    {
        var parameters = playbook.Tasks.Select(task => $"{Types.Of(task.Given!)} {CSharpName.Of(task.Member)}");
        var list = playbook.Tasks.Count == 0 ? "" : Code.Of($"""
            (
                {Code.Listed(parameters)})
            """);
        var exchange = playbook is { IsBlock: true, HoldsJobs: true } ? $"global::Playbooks.Generated.IHoldsJobs<{playbook.FullName}.Results>" : null;
        return Code.Of($"""
            /// <summary>The results of the tasks on one host. The run has waited for all jobs, except for those that may run on.</summary>
            {Code.Lines(playbook.Tasks.Select(task => $"/// <param name=\"{task.Member}\">{Text.Xml(task.Summary ?? Given(task))}</param>"))}
            {(playbook.HidesResults ? "public new sealed" : "public sealed")} record Results{list}{(exchange is null ? ";" : $" : {exchange}")}
            {(exchange is null ? "" : Exchange(playbook, exchange))}
            """);
    }

    /// <summary>Prints how other hosts receive the results of a block: the jobs in them are exchanged, because jobs stay on their host.</summary>
    private static string Exchange(PlaybookModel block, string face)
    {
        var exchanged = block.Tasks.Where(task => task.GivesJob || task.HoldsJobs)
            .Select(task => (Name: CSharpName.Of(task.Member), Method: task.GivesJob ? "Of" : "In"))
            .Select(task => $"{task.Name} = jobs.{task.Method}({task.Name})");
        return Code.Of($$"""
            {
                Results {{face}}.With(global::Playbooks.Generated.JobExchange jobs) => this with
                {
                    {{Code.Listed(exchanged)}},
                };
            }
            """);
    }

    private static string Given(TaskModel task) => $"{(task.GivesJob ? "The job of" : "The result of")} the task \"{task.Name}\".";
}
