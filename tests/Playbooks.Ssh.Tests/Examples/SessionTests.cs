using System.Globalization;
using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Examples;

/// <summary>The connections and sessions that a run needs of each host.</summary>
public sealed class SessionTests(Lab lab) : IClassFixture<Lab>
{
    [Fact]
    public async Task Ten_tasks_take_one_connection_and_one_session() =>
        Assert.All(await CostAsync("noop10"), host => Assert.Equal((1, 1), host));

    // One more for the wait.
    [Fact]
    public async Task A_task_and_a_job_take_one_connection_and_two_sessions() =>
        Assert.All(await CostAsync("probe", "--text", "here"), host => Assert.Equal((1, 2), host));

    private async Task<IReadOnlyList<(int Connections, int Sessions)>> CostAsync(string program, params string[] options)
    {
        var before = await CountsAsync();
        (await PlaybookFile.Program(program).RunAsync(lab, options)).With(exitCode: 0);
        var after = await CountsAsync();
        Assert.Equal(lab.Names.Count, after.Count);
        return [.. after.Zip(before, (now, then) => (now.Connections - then.Connections, now.Sessions - then.Sessions))];
    }

    private async Task<IReadOnlyList<(int Connections, int Sessions)>> CountsAsync() =>
        [.. (await lab.RunAsync("counts")).Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..]
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(words => (int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture)))];
}
