using System.Text;
using Microsoft.Extensions.Time.Testing;
using Playbooks.Generated;

namespace Playbooks.Runtime.Tests.Programs;

/// <summary>A program with its surroundings held still: what it prints and what it would run are looked at.</summary>
internal sealed class TestProgram : IDisposable
{
    private readonly MemoryStream _out = new();
    private readonly StringWriter _error = new();
    private readonly MemoryStream _errorBytes = new();
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("playbooks-test-");

    internal TestProgram()
    {
        Definition = BackupPlaybook.Define(playbook => Playbook = playbook);
        Playbooks = [Definition];
        ProgramDirectory = _directory.CreateSubdirectory("program").FullName;
        WorkingDirectory = _directory.CreateSubdirectory("work").FullName;
    }

    internal string ProgramDirectory { get; }

    internal string WorkingDirectory { get; }

    internal Dictionary<string, string> Environment { get; } = [];

    internal TimeProvider Time { get; set; } = new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    internal IReadOnlyList<PlaybookDefinition> Playbooks { get; set; }

    internal PlaybookDefinition Definition { get; }

    /// <summary>The engine: by default it remembers what it was given, and all is well.</summary>
    internal Func<RunOptions, CancellationToken, Task<int>> Engine { get; set; } = (_, _) => Task.FromResult(0);

    internal RunOptions? Options { get; private set; }

    /// <summary>What was run.</summary>
    internal RunnablePlaybook? Ran { get; private set; }

    internal BackupPlaybook? Playbook { get; private set; }

    /// <summary>What is answered on the terminal; <see langword="null"/> where there is none.</summary>
    internal string? Answer { get; set; }

    internal List<string> Questions { get; } = [];

    /// <summary>Whether its streams are terminals.</summary>
    internal bool IsOnTerminal { get; init; }

    internal Action? Interrupt { get; private set; }

    internal int? Exited { get; private set; }

    internal string Out => Encoding.UTF8.GetString(_out.ToArray());

    internal byte[] OutBytes => _out.ToArray();

    internal byte[] ErrorBytes => _errorBytes.ToArray();

    internal string Error => _error.ToString();

    public void Dispose()
    {
        _directory.Delete(recursive: true);
        _out.Dispose();
        _errorBytes.Dispose();
        _error.Dispose();
    }

    /// <summary>Runs it. What it tells in JSON must be events as they are described.</summary>
    internal async Task<int> RunAsync(params string[] args)
    {
        var before = Out.Length;
        var exitCode = await Program().RunAsync(args);
        if (args.Contains("json") || args.Contains("--output=json"))
        {
            EventSchema.Hold(Out[before..]);
        }

        return exitCode;
    }

    /// <summary>Runs its playbook as a <c>Main</c> of one's own does.</summary>
    internal Task<int> RunAsync(RunOptions options, CancellationToken cancellationToken) =>
        Program().RunAsync(Definition.Create(new VariableValues(new Dictionary<string, object>())), options, cancellationToken);

    private CommandLineProgram Program() => new(
        new Surroundings
        {
            ProgramName = "backups",
            Out = _out,
            Error = _error,
            ErrorBytes = _errorBytes,
            IsTerminal = _ => IsOnTerminal,
            Environment = Environment.GetValueOrDefault,
            ProgramDirectory = ProgramDirectory,
            WorkingDirectory = WorkingDirectory,
            Time = Time,
            Run = (playbook, options, token) =>
            {
                Ran = playbook;
                Options = options;
                return Engine(options, token);
            },
            Ask = question =>
            {
                Questions.Add(question);
                return Answer;
            },
            Interruptions = action =>
            {
                Interrupt = action;
                return new MemoryStream();
            },
            Exit = code => Exited = code,
        },
        Playbooks);

    /// <summary>Writes a file in the working directory.</summary>
    internal string Write(string name, string text)
    {
        var path = Path.Combine(WorkingDirectory, name);
        File.WriteAllText(path, text);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return path;
    }
}
