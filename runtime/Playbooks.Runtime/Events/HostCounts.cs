namespace Playbooks;

/// <summary>How the tasks of one host ended: a line of the recap.</summary>
/// <param name="Host">The host.</param>
/// <param name="Ok">Tasks that succeeded, including those that changed something.</param>
/// <param name="Changed">Tasks that changed something.</param>
/// <param name="Failed">Tasks that failed.</param>
/// <param name="Skipped">Tasks that did not run.</param>
/// <param name="Unreachable">1 if the host was unreachable.</param>
/// <param name="Rescued">Failures that were rescued.</param>
/// <param name="Ignored">Failures that were ignored.</param>
public sealed record HostCounts(
    Host Host, int Ok, int Changed, int Failed, int Skipped, int Unreachable, int Rescued, int Ignored)
{
    /// <summary>The counts of one host in two playbooks of a site.</summary>
    internal HostCounts Plus(HostCounts other) => this with
    {
        Ok = Ok + other.Ok,
        Changed = Changed + other.Changed,
        Failed = Failed + other.Failed,
        Skipped = Skipped + other.Skipped,
        Unreachable = Math.Max(Unreachable, other.Unreachable),
        Rescued = Rescued + other.Rescued,
        Ignored = Ignored + other.Ignored,
    };
}
