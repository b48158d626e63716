using System.Runtime.InteropServices;

namespace Playbooks.TestRun;

/// <summary>What <c>tests/run</c> starts once everything is built.</summary>
internal static class Program
{
    private const int Interrupted = 130;

    internal static async Task<int> Main(string[] args)
    {
        using var interruption = new CancellationTokenSource();
        void Interrupt(PosixSignalContext signal)
        {
            signal.Cancel = true;
            interruption.Cancel();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Interrupt);
        try
        {
            return await new Runner(Surroundings.OfProcess()).RunAsync(args, interruption.Token);
        }
        catch (UsageException wrong)
        {
            await Console.Error.WriteLineAsync($"tests/run: {wrong.Message}");
            return Runner.Failure;
        }
        catch (OperationCanceledException) when (interruption.IsCancellationRequested)
        {
            return Interrupted;
        }
    }
}
