using Playbooks.Runtime.Tests.Costs;

namespace Playbooks.Runtime.Tests.Execution;

/// <summary>What goes on side by side, in the shells that hosts have.</summary>
[Needs("process")]
public sealed class BlocksOnShellsTests
{
    [Theory]
    [EachShell(AsPath = true)]
    public async Task Blocks_and_modules_side_by_side_that_wait_for_each_other_on_the_host_come_to_their_ends(string shell)
    {
        await using var host = new CountedHost(shell);

        await host.RunAsync(new WaitingForEachOther(host.Directory));
    }
}
