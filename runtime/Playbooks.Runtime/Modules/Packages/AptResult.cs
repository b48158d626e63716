namespace Playbooks;

/// <summary>What <see cref="Apt"/> did.</summary>
public sealed record AptResult : TaskResult
{
    private readonly KeptText _stdout = KeptText.Nothing;
    private readonly KeptText _stderr = KeptText.Nothing;

    /// <summary>The exit status of the first <c>apt-get</c> that failed, else 0; <see langword="null"/> where it did not end by itself.</summary>
    public int? Rc { get; init; }

    /// <summary>What <c>apt-get</c> printed, without the last line end.</summary>
    /// <exception cref="IOException">The run's results were over what is kept in memory, and this cannot be read from the run's file.</exception>
    public string Stdout
    {
        get => _stdout.Text;
        init => _stdout = KeptText.Of(value);
    }

    /// <summary>What <c>apt-get</c> printed as errors, without the last line end.</summary>
    /// <exception cref="IOException">The run's results were over what is kept in memory, and this cannot be read from the run's file.</exception>
    public string Stderr
    {
        get => _stderr.Text;
        init => _stderr = KeptText.Of(value);
    }

    /// <summary>The packages that were upgraded, by name.</summary>
    public IReadOnlyList<string> Upgraded { get; init; } = [];

    /// <summary>The packages that were newly installed, by name.</summary>
    public IReadOnlyList<string> Installed { get; init; } = [];

    /// <summary>The packages that were removed, by name.</summary>
    public IReadOnlyList<string> Removed { get; init; } = [];

    /// <summary>The packages that were brought to an older version, by name.</summary>
    public IReadOnlyList<string> Downgraded { get; init; } = [];

    /// <summary>The packages that had only been unpacked before, by an earlier run that broke off, and were configured, by name.</summary>
    public IReadOnlyList<string> Configured { get; init; } = [];

    /// <summary>The packages that could be upgraded and were not, by name: they are on hold, or an upgrade would remove others.</summary>
    public IReadOnlyList<string> HeldBack { get; init; } = [];

    /// <summary>Whether the lists of packages were fetched.</summary>
    public bool CacheUpdated { get; init; }

    /// <inheritdoc/>
    internal override (KeptText First, KeptText Second) Kept => (_stdout, _stderr);
}
