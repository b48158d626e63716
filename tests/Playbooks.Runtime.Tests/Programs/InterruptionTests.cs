namespace Playbooks.Runtime.Tests.Programs;

public sealed class InterruptionTests : IDisposable
{
    private readonly TestProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Once_it_cancels_the_run_and_says_so()
    {
        _program.Engine = async (_, token) =>
        {
            _program.Interrupt!();
            await Task.Delay(Timeout.Infinite, token);
            return 0;
        };

        Assert.Equal(130, await _program.RunAsync("-i", "databases,"));

        Assert.Equal("Interrupted: no new tasks start, and jobs keep running. Interrupt again to stop at once.\n", _program.Error);
        Assert.Null(_program.Exited);
    }

    [Fact]
    public async Task The_engines_own_word_on_an_interrupted_run_counts()
    {
        _program.Engine = (_, token) =>
        {
            _program.Interrupt!();
            return Task.FromResult(token.IsCancellationRequested ? 130 : 0);
        };

        Assert.Equal(130, await _program.RunAsync("-i", "databases,"));
    }

    [Fact]
    public async Task Twice_it_stops_at_once()
    {
        _program.Engine = (_, _) =>
        {
            _program.Interrupt!();
            _program.Interrupt();
            return Task.FromResult(130);
        };

        await _program.RunAsync("-i", "databases,");

        Assert.Equal(130, _program.Exited);
    }
}
