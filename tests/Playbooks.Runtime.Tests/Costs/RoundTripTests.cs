using Playbooks.Jobs;

namespace Playbooks.Runtime.Tests.Costs;

/// <summary>
/// How often the controller waits for a host's answer: a wire of 50 ms costs that many times 50 ms. What a pipe itself costs to open is not
/// in it: nothing here, and over SSH what the tests of SSH count.
/// </summary>
[Needs("process")]
public sealed class RoundTripTests : IAsyncDisposable
{
    // The script, and the answer of the shell that it is run by.
    private const int Script = 1;

    // Before the first job of a user the question where it outlives the login: a host that is not there is told at once.
    private const int FirstStart = 1 + Start;

    private const int Start = 1;

    // The first wait for a job sends the script that waits, and goes on when that is ready.
    private const int FirstEnd = 1 + End;

    private const int End = 1;
    private const int Read = 1;
    private const int Remove = 1;

    // A look at what is there; the script that receives, which says that it has begun; the content.
    private const int CopyOfNewFile = 3;

    private const int CopyOfSameFile = 1;

    // A look at what is there; the content.
    private const int FetchOfNewFile = 2;

    private const int FetchOfSameFile = 1;

    private readonly CountedHost _host = new();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_connection_takes_no_round_trip_before_its_first_task()
    {
        Assert.Equal((1, Script), Of(await _host.CostOfAsync(() => _host.RunAsync("true"))));
        Assert.Equal(1, _host.Connects);
    }

    [Fact]
    public async Task A_task_takes_one()
    {
        await _host.RunAsync("true");

        Assert.Equal((0, Script), Of(await _host.CostOfAsync(() => _host.RunAsync("true"))));
    }

    [Fact]
    public async Task A_run_of_ten_tasks_takes_ten_over_one_pipe()
    {
        Assert.Equal((1, 10 * Script), Of(await _host.CostOfAsync(() => _host.RunAsync(new TenNoops()))));
        Assert.Equal(1, _host.Connects);
    }

    [Fact]
    public async Task The_first_job_of_a_host_takes_two_more_than_the_next_and_a_pipe_to_wait_over()
    {
        await _host.RunAsync("true");

        Assert.Equal(
            [(0, FirstStart), (1, FirstEnd), (0, Read), (0, Remove), (0, Start), (0, End), (0, Read), (0, Remove)],
            [.. await LifeAsync(1), .. await LifeAsync(2)]);
    }

    [Fact]
    public async Task A_run_of_two_jobs_takes_what_the_two_take_over_two_pipes()
    {
        Assert.Equal(
            (2, FirstStart + FirstEnd + Start + End + (2 * (Read + Remove))),
            Of(await _host.CostOfAsync(() => _host.RunAsync(new TwoJobs()))));
        Assert.Equal(1, _host.Connects);
    }

    [Fact]
    public async Task A_copy_takes_three_where_the_file_is_new_and_one_where_it_is_the_same()
    {
        await _host.RunAsync("true");
        var copy = Copy.Text("text", Path.Join(_host.Directory, "file"));

        Assert.Equal((1, CopyOfNewFile), Of(await _host.CostOfAsync(() => _host.RunAsync(copy))));
        Assert.Equal((0, CopyOfSameFile), Of(await _host.CostOfAsync(() => _host.RunAsync(copy))));
    }

    [Fact]
    public async Task A_fetch_takes_two_where_the_file_is_new_and_one_where_it_is_the_same()
    {
        await _host.RunAsync("true");
        await File.WriteAllTextAsync(Path.Join(_host.Directory, "file"), "text", TestContext.Current.CancellationToken);
        var fetch = new Fetch(Path.Join(_host.Directory, "file"), Path.Join(_host.Directory, "fetched"));

        Assert.Equal((0, FetchOfNewFile), Of(await _host.CostOfAsync(() => _host.RunAsync(fetch))));
        Assert.Equal((0, FetchOfSameFile), Of(await _host.CostOfAsync(() => _host.RunAsync(fetch))));
    }

    private static (int Pipes, int RoundTrips) Of(Cost cost) => (cost.Pipes, cost.RoundTrips);

    // What its start, its end, the reading of its output and its removal take.
    private async Task<(int Pipes, int RoundTrips)[]> LifeAsync(int number)
    {
        JobHandle? job = null;
        return
        [
            Of(await _host.CostOfAsync(async () => job = await _host.StartAsync(number, "true"))),
            Of(await _host.CostOfAsync(() => _host.EndAsync(job!, number))),
            Of(await _host.CostOfAsync(() => _host.ReadAsync(job!))),
            Of(await _host.CostOfAsync(() => _host.RemoveAsync(job!))),
        ];
    }
}
