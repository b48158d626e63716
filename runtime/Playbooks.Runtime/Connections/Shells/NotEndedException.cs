namespace Playbooks.Connections.Shells;

/// <summary>A script was cancelled but could not be ended: it may still run, or begin later.</summary>
internal sealed class NotEndedException : OperationCanceledException
{
    internal NotEndedException(OperationCanceledException cancelled)
        : base("The script was cancelled, but could not be ended on the host.", cancelled, cancelled.CancellationToken)
    {
    }
}
