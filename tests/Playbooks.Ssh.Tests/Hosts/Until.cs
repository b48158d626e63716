namespace Playbooks.Ssh.Tests.Hosts;

/// <summary>Waits for what happens elsewhere.</summary>
internal static class Until
{
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(60);

    /// <summary>Returns once the condition holds, and fails the test if that takes a minute.</summary>
    internal static Task HoldsAsync(Func<bool> condition) => HoldsAsync(() => Task.FromResult(condition()));

    /// <summary>Returns once the condition holds, and fails the test if that takes a minute.</summary>
    internal static async Task HoldsAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(_longest);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await condition())
        {
            await look.WaitForNextTickAsync(limit.Token);
        }
    }
}
