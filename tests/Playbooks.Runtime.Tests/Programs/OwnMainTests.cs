using Playbooks.Output;

namespace Playbooks.Runtime.Tests.Programs;

/// <summary>What <c>RunConsoleAsync</c> does with options that were made in C#.</summary>
public sealed class OwnMainTests : IDisposable
{
    private readonly TestProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task The_run_is_shown_as_on_the_command_line()
    {
        _program.Engine = (_, _) => Task.FromResult(2);

        Assert.Equal(2, await _program.RunAsync(new RunOptions { Forks = 3 }, TestContext.Current.CancellationToken));

        Assert.Equal(3, _program.Options!.Forks);
        Assert.IsType<PlainOutput>(_program.Options.Output);
        Assert.Equal("", _program.Error);
    }

    [Fact]
    public async Task An_output_of_ones_own_is_kept()
    {
        var own = new JsonOutput(new OutputStream(Stream.Null, TextWriter.Null));

        await _program.RunAsync(new RunOptions { Output = own }, TestContext.Current.CancellationToken);

        Assert.Same(own, _program.Options!.Output);
    }

    [Fact]
    public async Task A_run_that_cannot_begin_is_reported_in_a_line()
    {
        _program.Engine = (_, _) => throw new UsageException("The key cannot be read.");

        Assert.Equal(1, await _program.RunAsync(new RunOptions(), TestContext.Current.CancellationToken));

        Assert.Equal("The key cannot be read.\n", _program.Error);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ctrl_C_and_the_caller_interrupt_it(bool isCaller)
    {
        using var caller = new CancellationTokenSource();
        _program.Engine = async (_, token) =>
        {
            if (isCaller)
            {
                await caller.CancelAsync();
            }
            else
            {
                _program.Interrupt!();
            }

            await Task.Delay(Timeout.Infinite, token);
            return 0;
        };

        Assert.Equal(130, await _program.RunAsync(new RunOptions(), caller.Token));
    }
}
