using System.Text;
using System.Text.RegularExpressions;
using Playbooks.Jobs;
using Playbooks.Jobs.Following;
using Playbooks.Runtime.Tests.Execution;

namespace Playbooks.Runtime.Tests.Jobs;

/// <summary>When jobs are read, and for how long, in virtual time.</summary>
[Collection(VirtualTimeTests.Name)]
public sealed partial class JobFollowerTests : IAsyncDisposable
{
    private readonly VirtualTime _time = new();
    private readonly List<double> _asked = [];
    private readonly JobFollower _follower;
    private Func<string, string> _answer = mark => $"{mark} end\n";

    public JobFollowerTests() => _follower = new JobFollower(
        (script, _) =>
        {
            _asked.Add(_time.Seconds);
            var mark = Mark().Match(script).Groups[1].Value;
            return Task.FromResult(new ScriptOutcome { Rc = 0, Output = Encoding.UTF8.GetBytes(_answer(mark)) });
        },
        "/jobs",
        _time);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _follower.DisposeAsync();

    [Fact]
    [Behaviour("37")]
    public async Task All_jobs_are_read_at_once_and_then_once_a_second()
    {
        _ = Follow("a");
        _ = Follow("b");

        await PassAsync(3.5);

        Assert.Equal([0, 1, 2, 3], _asked);
    }

    [Fact]
    public async Task The_rest_of_an_ended_jobs_output_is_read_without_a_wait()
    {
        var job = Follow("a");
        await PassAsync(0.5);

        await EndAsync(job.DrainAsync());

        Assert.Equal([0, 0.5], _asked);
    }

    [Fact]
    public async Task A_lost_host_is_asked_less_and_less_often_and_given_up_a_minute_after_the_jobs_end()
    {
        _answer = _ => throw new UnreachableException("h1", "cut off");
        var running = Follow("a");
        var ended = Follow("b");

        await Assert.ThrowsAsync<UnreachableException>(() => EndAsync(ended.DrainAsync()));

        Assert.Equal([0, 1, 3, 7, 15, 30, 45, 60], _asked);
        _answer = mark => $"{mark} a/stdout 0 3\nyes{mark}\n{mark} end\n";
        await EndAsync(running.DrainAsync());
        Assert.Equal(3, running[StreamName.Stdout]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("noise\n")]
    [InlineData("MARK a/stdout 0 3\nabc")]
    [InlineData("MARK a/stdout 0 3\nabcMARK\n")]
    public async Task An_incomplete_answer_is_reported_to_those_who_follow_the_job(string answer)
    {
        _answer = mark => answer.Replace("MARK", mark, StringComparison.Ordinal);

        var failure = await Assert.ThrowsAsync<FormatException>(() => EndAsync(Follow("a").DrainAsync()));

        Assert.Contains("output of jobs", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_for_the_remaining_output_ends_when_following_ends()
    {
        _answer = _ => throw new UnreachableException("h1", "cut off");
        var drained = Follow("a").DrainAsync();
        await PassAsync(2);

        await _follower.DisposeAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => drained.WaitAsync(Cancel));
    }

    private FollowedJob Follow(string id) =>
        _follower.Follow(new JobHandle(id, "h1", "me", $"/jobs/{id}", DateTimeOffset.UnixEpoch, TimeSpan.FromHours(1)), _ => { });

    private Task<bool> PassAsync(double seconds) => EndAsync(Task.Delay(TimeSpan.FromSeconds(seconds), _time, Cancel));

    private Task<bool> EndAsync(Task task) => _time.RunAsync(DoneAsync(task));

    private static async Task<bool> DoneAsync(Task task)
    {
        await task;
        return true;
    }

    [GeneratedRegex("mark='?([0-9A-F]{32})")]
    private static partial Regex Mark();
}
