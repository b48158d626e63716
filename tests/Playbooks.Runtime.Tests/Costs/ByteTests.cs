using Playbooks.Jobs;

namespace Playbooks.Runtime.Tests.Costs;

/// <summary>
/// The bytes that are handed to a pipe, and taken from it. Hosts answer with the number of their shell and the name of their user, which are as
/// long as they are, and are not counted.
/// </summary>
[Needs("process")]
public sealed class ByteTests : IAsyncDisposable
{
    // The frame around "exec ${KSH_VERSION:+env} 'true'"; its four marks.
    private static readonly (long Sent, long Received) _task = (202, 92);

    // Its start, its end, its output, its removal: the scripts that start.sh, watch.sh, read.sh and remove.sh are parts of, without comments.
    private static readonly (long Sent, long Received)[] _firstJob = [(26578, 277), (5274, 109), (995, 92), (8373, 92)];

    // Without the script that asks where a job outlives the login, and without the one that waits.
    private static readonly (long Sent, long Received)[] _nextJob = [(24770, 172), (94, 70), (995, 92), (8373, 92)];

    private readonly CountedHost _host = new();
    private int _shellNumber;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_task_takes_202_to_the_host_and_92_from_it()
    {
        await WarmAsync();

        Assert.Equal(_task, await BytesAsync(() => _host.RunAsync(new Command("true").ScriptText), answers: 1));
    }

    [Fact]
    public async Task A_job_takes_this_number_of_bytes_for_its_start_its_end_its_output_and_its_removal()
    {
        await WarmAsync();

        Assert.Equal(_firstJob, await LifeAsync(1, startAnswers: 2));
        Assert.Equal(_nextJob, await LifeAsync(2, startAnswers: 1));
    }

    private async Task WarmAsync() => _shellNumber = (await _host.RunAsync("echo $$")).Trim().Length;

    private async Task<(long Sent, long Received)[]> LifeAsync(int number, int startAnswers)
    {
        JobHandle? job = null;
        var start = await BytesAsync(async () => job = await _host.StartAsync(number, "true"), startAnswers);
        return
        [
            (start.Sent, start.Received - job!.User.Length),
            await BytesAsync(() => _host.EndAsync(job, number), answers: 0),
            await BytesAsync(() => _host.ReadAsync(job), answers: 1),
            await BytesAsync(() => _host.RemoveAsync(job), answers: 1),
        ];
    }

    /// <param name="act">What takes bytes.</param>
    /// <param name="answers">How often the shell says its number.</param>
    private async Task<(long Sent, long Received)> BytesAsync(Func<Task> act, int answers)
    {
        var cost = await _host.CostOfAsync(act);
        return (cost.Sent, cost.Received - (answers * _shellNumber));
    }
}
