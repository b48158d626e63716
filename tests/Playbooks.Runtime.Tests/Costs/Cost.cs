namespace Playbooks.Runtime.Tests.Costs;

/// <summary>What something has cost on the pipes of a connection.</summary>
/// <param name="Pipes">How many pipes were opened; over SSH each is a session.</param>
/// <param name="RoundTrips">How often something was written, and standard output answered.</param>
/// <param name="Sent">How many bytes were handed to pipes.</param>
/// <param name="Received">How many bytes were taken from them, from standard error too.</param>
internal sealed record Cost(int Pipes, int RoundTrips, long Sent, long Received)
{
    /// <summary>What was added since an earlier moment.</summary>
    internal Cost Since(Cost before) =>
        new(Pipes - before.Pipes, RoundTrips - before.RoundTrips, Sent - before.Sent, Received - before.Received);
}
