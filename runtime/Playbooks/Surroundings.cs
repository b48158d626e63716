using System.Runtime.InteropServices;
using Playbooks.Execution;
using Playbooks.Generated;
using Playbooks.Output;

namespace Playbooks;

/// <summary>What a program has around it: its streams, its environment, its places, its signals, and the engine.</summary>
internal sealed class Surroundings
{
    internal required string ProgramName { get; init; }

    internal required Stream Out { get; init; }

    /// <summary>Standard error, for people.</summary>
    internal required TextWriter Error
    {
        get;
        init => field = new HarmlessWriter(value);
    }

    /// <summary>Standard error, for bytes that are passed on as they are.</summary>
    internal Stream ErrorBytes { get; init; } = Stream.Null;

    /// <summary>Whether a stream is a terminal.</summary>
    internal Func<StreamName, bool> IsTerminal { get; init; } =
        stream => stream == StreamName.Stdout ? !Console.IsOutputRedirected : !Console.IsErrorRedirected;

    internal required Func<string, string?> Environment { get; init; }

    /// <summary>The directory of the program, of a file-based one that of its source: where its own inventory is looked for.</summary>
    internal required string ProgramDirectory { get; init; }

    internal required string WorkingDirectory { get; init; }

    internal TimeProvider Time { get; init; } = TimeProvider.System;

    internal Func<RunnablePlaybook, RunOptions, CancellationToken, Task<int>> Run { get; init; } = PlaybookRun.RunAsync;

    /// <summary>Asks a question on the terminal, and reads the answer without echo; <see langword="null"/> where there is no terminal.</summary>
    internal Func<string, string?> Ask { get; init; } = Terminal.Ask;

    /// <summary>Calls an action at each interruption, until what it gives is disposed of.</summary>
    internal Func<Action, IDisposable> Interruptions { get; init; } = Signals.Register;

    /// <summary>Ends the program at once.</summary>
    internal Action<int> Exit { get; init; } = System.Environment.Exit;

    /// <summary>
    /// Whether a stream ends before somebody's eyes, or in the log of a system of continuous integration, which names itself in the environment.
    /// </summary>
    internal bool IsRead(StreamName stream) =>
        IsTerminal(stream)
        || Array.Exists(["CI", "TF_BUILD", "TEAMCITY_VERSION"], name => Environment(name) is { Length: > 0 } value && value is not ("false" or "0"));

    /// <summary>Those of this process. The console class is not touched: it would cost start-up time.</summary>
    internal static Surroundings OfProcess()
    {
        OwnEnvironment.TakeSecrets();
        return new()
        {
            ProgramName = AppDomain.CurrentDomain.FriendlyName,
            Out = Console.OpenStandardOutput(),
            Error = new StreamWriter(Console.OpenStandardError()) { AutoFlush = true },
            ErrorBytes = Console.OpenStandardError(),
            Environment = OwnEnvironment.Get,
            ProgramDirectory = AppContext.GetData("EntryPointFileDirectoryPath") as string ?? AppContext.BaseDirectory,
            WorkingDirectory = System.Environment.CurrentDirectory,
        };
    }

    private sealed class Signals : IDisposable
    {
        private readonly PosixSignalRegistration _interrupt;
        private readonly PosixSignalRegistration _terminate;

        private Signals(Action action)
        {
            _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle);
            _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle);

            void Handle(PosixSignalContext context)
            {
                context.Cancel = true;
                action();
            }
        }

        public void Dispose()
        {
            _interrupt.Dispose();
            _terminate.Dispose();
        }

        internal static Signals Register(Action action) => new(action);
    }
}
