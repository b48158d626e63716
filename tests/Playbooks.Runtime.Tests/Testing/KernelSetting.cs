namespace Playbooks.Runtime.Tests.Testing;

/// <summary>The result of <see cref="KernelSetting"/>.</summary>
public sealed record KernelSettingResult : TaskResult
{
    /// <summary>The value that the host had before the task.</summary>
    public string Old { get; init; } = "";
}

/// <summary>Sets a kernel setting (sysctl) until the next reboot. Changed if the host had another value.</summary>
/// <param name="Name">The name of the setting, such as <c>net.core.somaxconn</c>.</param>
/// <param name="Value">The value that it must have.</param>
public sealed record KernelSetting(string Name, string Value) : ActionModule<KernelSettingResult>
{
    private CommandLine Read => $"sysctl -n {Name}";

    private CommandLine Write => $"sysctl -w {Name}={Value}";

    /// <inheritdoc/>
    protected internal override Task<KernelSettingResult> RunAsync(ActionContext context, CancellationToken cancellationToken) =>
        SetAsync(context, isPrediction: false, cancellationToken);

    /// <inheritdoc/>
    protected internal override Task<KernelSettingResult> PredictAsync(ActionContext context, CancellationToken cancellationToken) =>
        SetAsync(context, isPrediction: true, cancellationToken);

    /// <inheritdoc/>
    protected internal override KernelSettingResult FailedResult(string message) => new();

    private async Task<KernelSettingResult> SetAsync(ActionContext context, bool isPrediction, CancellationToken cancellationToken)
    {
        var read = await context.RunScriptAsync(Read.ToShell(), cancellationToken);
        if (read.Failure is { } unreadable)
        {
            return new() { Failed = true, Message = unreadable };
        }

        var result = new KernelSettingResult { Old = read.Stdout.Trim() };
        if (result.Old == Value)
        {
            return result;
        }

        if (!isPrediction && (await context.RunScriptAsync(Write.ToShell(), cancellationToken)).Failure is { } failure)
        {
            return result with { Failed = true, Message = failure };
        }

        return result with { Changed = true, Diff = context.Diff ? $"-{Name} = {result.Old}\n+{Name} = {Value}\n" : null };
    }
}

[Playbook("web")]
public partial record Network
{
    public KernelSetting Backlog => new("net.core.somaxconn", "4096");
}
