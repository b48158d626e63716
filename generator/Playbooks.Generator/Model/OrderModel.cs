namespace Playbooks.Generator.Model;

/// <summary>How the hosts of a playbook go through its tasks, and when failures of some stop the others.</summary>
/// <param name="Strategy">The member of <c>Strategy</c>; <see langword="null"/> for the usual.</param>
/// <param name="Serial">How many go at a time, a batch each; empty for all at once.</param>
/// <param name="MaxFailPercentage">How many of a hundred may fail.</param>
/// <param name="AnyErrorsFatal">Whether one that fails stops the others.</param>
internal sealed record OrderModel(string? Strategy, EquatableArray<BatchSizeModel> Serial, int MaxFailPercentage, bool AnyErrorsFatal);
