namespace Playbooks.Ssh.Tests;

/// <summary>Waits for what happens elsewhere.</summary>
internal static class Until
{
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(60);

    /// <summary>Returns once the condition holds, and fails the test if that takes a minute.</summary>
    internal static async Task HoldsAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(_longest);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!condition())
        {
            await look.WaitForNextTickAsync(limit.Token);
        }
    }
}
