namespace Playbooks.TestRun.Sample.Attacks;

[Needs("process")]
public sealed class NeedyTests
{
    [Fact]
    public void Passes()
    {
    }

    [Fact]
    public void Is_told_the_seed() =>
        Assert.Equal(Environment.GetEnvironmentVariable("TESTS_ALL") == "1" ? "42" : null, Environment.GetEnvironmentVariable("TESTS_SEED"));
}
