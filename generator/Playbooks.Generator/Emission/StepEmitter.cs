using Playbooks.Generator.Model;
using Playbooks.Generator.Model.Steps;

namespace Playbooks.Generator.Emission;

/// <summary>Prints the statements that run one task.</summary>
internal static class StepEmitter
{
    internal static string Of(StepModel step, string table) => Code.Of($"""
        // {step.Comment}
        {Statements(step, table)}
        """);

    internal static string Statements(StepModel step, string table)
    {
        var task = $"{table}.{CSharpName.Of(step.Task)}";
        var local = step.Local is { } name ? CSharpName.Of(name) : null;
        var begin = step.Begins ? $"await run.BeginAsync({task});" : "";
        if (step.Condition is not { } condition)
        {
            return Code.Of($"""
                {begin}
                {Waits(step.Waits, table)}
                {(local is null ? "" : $"var {local} = ")}{Run(step, task, table)}
                """);
        }

        return Code.Of($$"""
            {{(local is null ? "" : $"{Types.Of(step.Given)} {local} = null;")}}
            {{begin}}
            {{Waits(step.ConditionWaits, table)}}
            if (await run.BeginAsync({{task}}, () => {{Call(condition, table)}}))
            {
                {{Waits(step.Waits, table)}}
                {{(local is null ? "" : $"{local} = ")}}{{Run(step, task, table)}}
            }
            """);
    }

    /// <summary>Returns the method of <c>HostRun</c> that waits for a value.</summary>
    internal static string End(GivenModel given) =>
        (given.Kind == GivenKind.Branch ? "Join" : given.IsLoop ? "WaitEach" : "Wait") + (given.MayBeNull ? "Optional" : "") + "Async";

    /// <summary>Returns the expression for a parameter's value.</summary>
    internal static string Value(SourceModel source, string table) => source.Kind switch
    {
        SourceKind.Host => "run.Host",
        SourceKind.Play => "run.Play",
        SourceKind.Facts => "run.Facts",
        SourceKind.HostVars => $"run.Vars<{source.Name}>()",
        SourceKind.Failure => "run.Failure!",
        SourceKind.PossibleFailure => "run.Failure",
        SourceKind.OtherPart => $"run.Given<{Types.Of(source.Given!)}>({table}.{CSharpName.Of(source.Name!)})",
        _ => CSharpName.Of(source.Name!),
    };

    private static string Run(StepModel step, string task, string table)
    {
        var limit = step.Limit is { } computed ? $", () => {Call(computed, table)}" : "";
        var call = $"{Method(step)}({task}, () => {Call(step.Call, table)}{limit})";
        return step.Given.Kind == GivenKind.Branch ? $"await run.BranchAsync({task}, beside => beside.{call});" : $"await run.{call};";
    }

    private static string Method(StepModel step)
    {
        var items = (step.Given.IsLoop ? "Each" : "") + (step.MayGiveNothing ? "Optional" : "");
        return step.Kind switch
        {
            RunKind.Block => $"RunBlock{items}Async<{step.Given.Result}>",
            RunKind.Start => $"Start{items}Async",
            _ => $"Execute{items}Async",
        };
    }

    private static string Call(CallModel call, string table)
    {
        var holder = !call.IsHidden ? "" : call.StaticIn is { } type ? $"{type}." : "this.";
        var arguments = call.IsMethod ? $"({string.Join(", ", call.Arguments.Select(argument => Value(argument, table)))})" : "";
        return $"{holder}{CSharpName.Of(call.Member)}{arguments}";
    }

    private static string Waits(EquatableArray<WaitModel> waits, string table) => Code.Lines(waits.Select(wait =>
        $"{(wait.Local is null ? "" : $"var {CSharpName.Of(wait.Local)} = ")}await run.{Wait(wait, table)};"));

    private static string Wait(WaitModel wait, string table) => wait switch
    {
        { Kind: WaitKind.Facts } => "GatherFactsAsync()",
        { Kind: WaitKind.AllHosts, Given: { } given } => $"{Across(given)}({table}.{CSharpName.Of(wait.Task!)})",
        _ => $"{End(wait.Given!)}({Value(wait.From!, table)})",
    };

    private static string Across(GivenModel given) => given switch
    {
        { Kind: GivenKind.Job, IsLoop: true } => $"AcrossEachJobAsync<{given.Result}>",
        { Kind: GivenKind.Job } => $"AcrossJobsAsync<{given.Result}>",
        _ => $"AcrossAsync<{Types.Of(given)}>",
    };
}
