using System.Text;
using Microsoft.Extensions.Time.Testing;
using Playbooks.Connections;
using Playbooks.Jobs.Finding;

namespace Playbooks.Runtime.Tests.Attacks;

/// <summary>What one user of a host answers to the look for jobs spoils it for nobody else.</summary>
public sealed class JobSearchTests : IHostConnection
{
    private const string Ours = "user alice\nuser bob\nhere 1700000000 root /root/jobs\n{\"id\":\"mine\",\"state\":\"succeeded\"}\n";
    private const string Bobs = "here 1700000000 bob /home/bob/jobs\n{\"id\":\"his\",\"state\":\"failed\"}\n";

    private readonly FakeTimeProvider _time = new();
    private readonly HashSet<string> _asked = [];
    private Func<CancellationToken, Task<string>> _alice = _ => Task.FromResult("");

    [Fact]
    public async Task An_invalid_answer() =>
        await SpoiltAsync(_ => Task.FromResult("x \u001b]0;pwned\a\n"), "The host sent an invalid answer (check of a job): '\u001b]0;pwned\a'.");

    [Fact]
    public async Task A_shell_that_never_answers() => await SpoiltAsync(
        async token =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _time, token);
            return "";
        },
        "the host did not answer within 30 s");

    [Fact]
    public async Task A_shell_that_does_not_begin() =>
        await SpoiltAsync(_ => throw new UnreachableException("h1", "It has not begun.") { IsTransient = false }, "It has not begun.");

    [Fact]
    public async Task A_list_without_end() => await SpoiltAsync(
        _ => Task.FromResult(new string('x', ShellScript.MostOfJobs + 1)), "the list of jobs is longer than 16 MiB: remove old jobs with 'jobs clean'");

    [Fact]
    public async Task A_thousand_more_users()
    {
        _alice = _ => Task.FromResult(string.Concat(Enumerable.Range(0, 5_000).Select(i => $"user u{i}\n")) + "here 1700000000 alice /home/alice/jobs\n");

        await SearchAsync();

        Assert.Equal(1_000, _asked.Count);
    }

    [Fact]
    public async Task A_host_with_an_invalid_answer_is_the_only_one_that_is_lost()
    {
        _alice = null!;

        var lost = await Assert.ThrowsAsync<UnreachableException>(SearchAsync);

        Assert.Equal("h1: the host's jobs cannot be read: The host sent an invalid answer (search for jobs): 'x'.", lost.Message);
    }

    async Task<ScriptOutcome> IHostConnection.RunAsync(ShellScript script, CancellationToken cancellationToken)
    {
        _asked.Add(script.User ?? "");
        var text = script.User switch
        {
            null => _alice is null ? "x\n" : Ours,
            "alice" => await _alice(cancellationToken),
            "bob" => Bobs,
            _ => "",
        };
        return new ScriptOutcome { Rc = 0, Output = Encoding.UTF8.GetBytes(text), Truncated = text.Length > script.MostOutput };
    }

    Task<ScriptOutcome> IHostConnection.SendAsync(ShellScript script, Stream input, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<IPipe> IHostConnection.OpenShellAsync(string? user, IPipeSink sink, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IHostConnection.ResetAsync() => Task.CompletedTask;

    ValueTask IAsyncDisposable.DisposeAsync() => ValueTask.CompletedTask;

    private async Task SpoiltAsync(Func<CancellationToken, Task<string>> alice, string why)
    {
        _alice = alice;

        var found = await SearchAsync();

        Assert.Equal(["his", "mine"], found.Jobs.Select(job => job.Handle.Id).Order());
        Assert.Equal([("alice", why)], found.NotShown);
        Assert.Equal([null, "bob"], found.Users.Order());
    }

    private async Task<FoundJobs> SearchAsync()
    {
        var search = new JobSearch(new Host("h1"), this, "~/jobs", _time).FindAsync(also: null, TestContext.Current.CancellationToken);
        while (!search.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        return await search;
    }
}
