
using Playbooks.Jobs.Starting;

namespace Playbooks.Runtime.Tests.Jobs;

public sealed class StartAdviceTests
{
    [Theory]
    [InlineData("room", "mkdir: No space left on device", "--async-dir")]
    [InlineData("tools", "there is no cat in PATH=/opt/only", "secure_path")]
    [InlineData("size", "8", "ulimit -f")]
    [InlineData("unknown", "sh: 1: Cannot fork", "ulimit -u")]
    [InlineData("", "sh: fork: retry: Resource temporarily unavailable", "ulimit -u")]
    [InlineData("", "yash: cannot make a child process: Resource temporarily unavailable", "ulimit -u")]
    public void Advice_fits_the_cause(string missing, string why, string advice) =>
        Assert.Contains(advice, StartAdvice.For(missing, why), StringComparison.Ordinal);

    [Fact]
    public void Where_the_cause_is_not_known_there_is_no_advice() => Assert.Equal("", StartAdvice.For("unknown", "sh: 7: Illegal instruction"));
}
