using System.Net.Sockets;
using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Examples;

public sealed class ExamplesOnThisMachineTests(ThisMachine machine) : ExampleTests(machine), IClassFixture<ThisMachine>
{
    /// <summary>This one runs on this machine alone, whatever the hosts are.</summary>
    [Fact]
    public async Task Health_checks_ask_their_own_server_and_end_it()
    {
        var events = await RunAsync("health-checks");

        var answers = events.All("task.finished", "Answers");
        Assert.Equal(2, answers.Count);
        Assert.All(answers, answer => Assert.Equal(200, answer.GetProperty("result").GetProperty("status").GetInt32()));
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await Assert.ThrowsAsync<SocketException>(() => socket.ConnectAsync("127.0.0.1", 18080, TestContext.Current.CancellationToken).AsTask());
    }
}
