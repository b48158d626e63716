namespace Playbooks.TestRun;

/// <summary>What a run is told of the machine; the tests of the runner have other folders and a virtual time.</summary>
internal sealed record Surroundings
{
    /// <summary>The repository.</summary>
    internal required string Root { get; init; }

    /// <summary>The folder that holds the suites' projects.</summary>
    internal required string Suites { get; init; }

    /// <summary>What a run keeps, and the next run replaces.</summary>
    internal required string Artifacts { get; init; }

    /// <summary>The folder for what ends with the run. Each invocation of a suite has a folder of its own in it.</summary>
    internal required string Temporary { get; init; }

    internal required TextWriter Out { get; init; }

    internal required TextWriter Error { get; init; }

    internal TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How long one invocation of a suite may take.</summary>
    internal TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(25);

    /// <summary>Where suites keep logs of tests that failed: their <c>TESTS_LOGS</c>.</summary>
    internal string Logs => Path.Combine(Artifacts, "logs");

    /// <exception cref="UsageException">What is temporary would be in a directory for all.</exception>
    internal static Surroundings OfProcess()
    {
        const UnixFileMode others = (UnixFileMode)0b000_111_111;
        var temporary = Path.GetTempPath();
        if ((File.GetUnixFileMode(temporary) & others) != 0)
        {
            throw new UsageException($"{temporary} is not for you alone: start tests/run, which makes a folder that is, or set TMPDIR to one (chmod 700).");
        }

        var root = FindRoot(AppContext.BaseDirectory);
        return new Surroundings
        {
            Root = root,
            Suites = Path.Combine(root, "tests"),
            Artifacts = Path.Combine(root, "artifacts", "tests"),
            Temporary = temporary,
            Out = Console.Out,
            Error = Console.Error,
        };
    }

    internal static string FindRoot(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "Playbooks.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException($"{AppContext.BaseDirectory} is not below the repository.");
    }
}
