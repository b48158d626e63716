using System.Runtime.InteropServices;
using Playbooks.Execution;
using Playbooks.Generated;
using Playbooks.Output;

namespace Playbooks;

/// <summary>What a program uses of the system: its streams, environment, directories and signals, and the engine.</summary>
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

    /// <summary>Standard error, for bytes that are passed on unchanged.</summary>
    internal Stream ErrorBytes { get; init; } = Stream.Null;

    /// <summary>Whether a stream is a terminal.</summary>
    internal Func<StreamName, bool> IsTerminal { get; init; } =
        stream => stream == StreamName.Stdout ? !Console.IsOutputRedirected : !Console.IsErrorRedirected;

    internal required Func<string, string?> Environment { get; init; }

    /// <summary>The directory of the program, where its inventory is looked for. For a file-based program, the directory of its source.</summary>
    internal required string ProgramDirectory { get; init; }

    internal required string WorkingDirectory { get; init; }

    internal TimeProvider Time { get; init; } = TimeProvider.System;

    internal Func<RunnablePlaybook, RunOptions, CancellationToken, Task<int>> Run { get; init; } = PlaybookRun.RunAsync;

    /// <summary>Asks a question on the terminal, and reads the answer without echo; returns <see langword="null"/> if there is no terminal.</summary>
    internal Func<string, string?> Ask { get; init; } = Terminal.Ask;

    /// <summary>Calls an action at each interruption, until the returned object is disposed.</summary>
    internal Func<Action, IDisposable> Interruptions { get; init; } = Signals.Register;

    /// <summary>Ends the program at once.</summary>
    internal Action<int> Exit { get; init; } = System.Environment.Exit;

    /// <summary>Whether people read a stream: it is a terminal, or the log of a continuous integration system, which the environment names.</summary>
    internal bool IsRead(StreamName stream) =>
        IsTerminal(stream)
        || Array.Exists(["CI", "TF_BUILD", "TEAMCITY_VERSION"], name => Environment(name) is { Length: > 0 } value && value is not ("false" or "0"));

    /// <summary>Returns the surroundings of this process. This does not use the Console class, which would slow down the start.</summary>
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
