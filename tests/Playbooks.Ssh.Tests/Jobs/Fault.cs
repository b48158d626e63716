namespace Playbooks.Ssh.Tests.Jobs;

/// <summary>What happens to a wire, and when.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="FromHost">Whether the bytes that come from the host are counted; otherwise those that go to it.</param>
/// <param name="After">After how many bytes it happens; at 0 the next byte is the first that does not pass.</param>
internal sealed record Fault(FaultKind Kind, bool FromHost, long After);
