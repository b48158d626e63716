namespace Playbooks;

/// <summary>The result of <see cref="Apt"/>.</summary>
public sealed record AptResult : TaskResult
{
    private readonly KeptText _stdout = KeptText.Nothing;
    private readonly KeptText _stderr = KeptText.Nothing;

    /// <summary>
    /// The exit status of the first call of <c>apt-get</c> that failed; 0 if none failed; <see langword="null"/> if the task was ended before all calls had
    /// ended.
    /// </summary>
    public int? Rc { get; init; }

    /// <summary>The standard output of <c>apt-get</c>, without the last line end.</summary>
    /// <exception cref="IOException">The output was moved to the run's file because memory was full, and cannot be read from there.</exception>
    public string Stdout
    {
        get => _stdout.Text;
        init => _stdout = KeptText.Of(value);
    }

    /// <summary>The standard error of <c>apt-get</c>, without the last line end.</summary>
    /// <exception cref="IOException">The output was moved to the run's file because memory was full, and cannot be read from there.</exception>
    public string Stderr
    {
        get => _stderr.Text;
        init => _stderr = KeptText.Of(value);
    }

    /// <summary>The names of upgraded packages.</summary>
    public IReadOnlyList<string> Upgraded { get; init; } = [];

    /// <summary>The names of packages that were newly installed.</summary>
    public IReadOnlyList<string> Installed { get; init; } = [];

    /// <summary>The names of removed packages.</summary>
    public IReadOnlyList<string> Removed { get; init; } = [];

    /// <summary>The names of packages that now have an older version.</summary>
    public IReadOnlyList<string> Downgraded { get; init; } = [];

    /// <summary>The names of packages that an earlier, interrupted run had only unpacked, and that are now configured.</summary>
    public IReadOnlyList<string> Configured { get; init; } = [];

    /// <summary>
    /// The names of packages that were not upgraded although a newer version exists: they are on hold, or their upgrade would remove other packages.
    /// </summary>
    public IReadOnlyList<string> HeldBack { get; init; } = [];

    /// <summary>Whether the package lists were downloaded.</summary>
    public bool CacheUpdated { get; init; }

    /// <inheritdoc/>
    internal override (KeptText First, KeptText Second) Kept => (_stdout, _stderr);
}
