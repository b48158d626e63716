using Playbooks.Testing;
using Xunit.Sdk;
using Xunit.v3;

// Virtual time jumps forward when the program has nothing else to do, so no other test may run beside these.
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace Company.Disks.Tests;

public sealed class EnoughSpaceTests
{
    [Theory]
    [InlineData("/dev/vda1 98831908 16777216 77029888 18% /", 0)]
    [InlineData("/dev/vda1 98831908 98831888 20 100% /", 2)]
    [InlineData("df: nothing", 2)]
    public async Task A_host_with_too_little_free_space_fails(string printed, int exitCode)
    {
        var hosts = new ScriptedHosts("db1").When("df -Pk", stdout: printed);

        Assert.Equal(exitCode, (await hosts.RunAsync(new Nightly())).ExitCode);
    }
}
