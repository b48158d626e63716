namespace Playbooks.Generator.Model;

/// <summary>How the hosts of a playbook go through its tasks, and when failures of some hosts stop the others.</summary>
/// <param name="Strategy">The member of <c>Strategy</c>; <see langword="null"/> for the default.</param>
/// <param name="Serial">The sizes of the batches; empty if all hosts run at once.</param>
/// <param name="MaxFailPercentage">The percentage of hosts that may fail.</param>
/// <param name="AnyErrorsFatal">Whether one failed host stops the others.</param>
internal sealed record OrderModel(string? Strategy, EquatableArray<BatchSizeModel> Serial, int MaxFailPercentage, bool AnyErrorsFatal);
