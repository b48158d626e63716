using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Playbooks.Connections.Shells;

namespace Playbooks;

/// <summary>
/// Installs, upgrades and removes packages of Debian and its relatives with <c>apt-get</c>. Changed if a package was installed, upgraded, removed or
/// configured. If the task only updates the package lists: changed if the lists were downloaded.
/// </summary>
/// <remarks>
/// <para>
/// The task first downloads the package lists, then upgrades installed packages, and then installs or removes <see cref="Packages"/>. The task asks no
/// questions, and keeps configuration files that were changed by hand. If another process uses <c>apt-get</c> or <c>dpkg</c>, the task waits.
/// </para>
/// <para>Check mode: runs <c>apt-get -s</c> with the package lists on the host, and predicts the change. No lists are downloaded.</para>
/// <para>Needs: <c>apt-get</c>, and the rights of root: see <c>[Become]</c>.</para>
/// </remarks>
/// <example><code>
/// [Become]
/// public Apt Nginx =&gt; new() { Packages = ["nginx"], UpdateCache = true };
/// </code></example>
/// <example><code>
/// [Become]
/// public Apt Everything =&gt; new() { Upgrade = AptUpgrade.Dist, UpdateCache = true, AutoRemove = true };
/// </code></example>
public sealed partial record Apt : ScriptModule<AptResult>
{
    /// <summary>The packages, as <c>apt-get</c> reads them: <c>nginx</c>, <c>nginx=1.22*</c>, <c>nginx/bookworm-backports</c>, <c>/tmp/x.deb</c>.</summary>
    public IReadOnlyList<string> Packages { get; init; } = [];

    /// <summary>The wanted state of <see cref="Packages"/>. Defaults to <see cref="AptState.Present"/>.</summary>
    public AptState State { get; init; }

    /// <summary>Whether and how installed packages are upgraded. Defaults to <see cref="AptUpgrade.None"/>.</summary>
    public AptUpgrade Upgrade { get; init; }

    /// <summary>Whether to download the package lists first. Defaults to <see langword="false"/>.</summary>
    public bool UpdateCache { get; init; }

    /// <summary>
    /// The age, in whole minutes, below which existing package lists are not downloaded again. A value above zero also sets <see cref="UpdateCache"/>. Defaults
    /// to zero.
    /// </summary>
    public TimeSpan CacheValidTime { get; init; }

    /// <summary>Whether to remove the configuration files of removed packages, too. Defaults to <see langword="false"/>.</summary>
    public bool Purge { get; init; }

    /// <summary>Whether to remove, at the end, packages that no other package needs. Defaults to <see langword="false"/>.</summary>
    public bool AutoRemove { get; init; }

    /// <summary>
    /// The longest time that each call of <c>apt-get</c> waits for other processes that use <c>apt-get</c> or <c>dpkg</c>, in whole seconds. Defaults to 60 s.
    /// </summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(60);

    private bool Updates => UpdateCache || CacheValidTime > TimeSpan.Zero;

    private bool OnlyUpdates => Packages.Count == 0 && Upgrade == AptUpgrade.None && !AutoRemove;

    /// <inheritdoc/>
    protected internal override string ScriptText => ScriptOf(simulate: "", update: "update; ");

    /// <summary>Keeps up to 16 MiB of the output, because the lists of changed packages are read from it.</summary>
    protected internal override int MostOutput => 16 * OutputTail.Most;

    /// <summary>In check mode, <c>apt-get -s</c> simulates the same steps with the package lists on the host. No lists are downloaded.</summary>
    protected internal override string? CheckScript => ScriptOf(simulate: "-s", update: "");

    private string PurgeOption => Purge ? " --purge" : "";

    /// <inheritdoc/>
    protected internal override AptResult Parse(ScriptOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var done = AptOutput.Parse(outcome.Stdout, outcome.Stderr, failed: outcome is { WasEnded: false, Failure: not null });
        var updated = outcome.Stdout.Contains(AptScript.Fetched, StringComparison.Ordinal);
        var error = outcome.Stderr.Split('\n').FirstOrDefault(line => line.StartsWith("E: ", StringComparison.Ordinal));
        return new AptResult
        {
            Changed = done.Changed || (OnlyUpdates && updated),
            Failed = outcome.Failure is not null,
            Message = outcome switch
            {
                { Failure: null } => null,
                { WasEnded: false, Rc: 127 } when outcome.LastError.StartsWith("there is no apt-get", StringComparison.Ordinal) => outcome.LastError,
                { WasEnded: false, Rc: { } rc } when error is not null => Invariant($"apt-get: {error[3..].TrimEnd()} (rc {rc})"),
                _ => outcome.Failure,
            },
            Rc = outcome.WasEnded ? null : outcome.Rc,
            Stdout = outcome.Stdout.TrimEnd('\n'),
            Stderr = outcome.Stderr.TrimEnd('\n'),
            Upgraded = done.Upgraded,
            Installed = done.Installed,
            Removed = done.Removed,
            Downgraded = done.Downgraded,
            Configured = done.Configured,
            HeldBack = done.HeldBack,
            CacheUpdated = updated,
        };
    }

    /// <inheritdoc/>
    protected internal override AptResult Predict(ScriptOutcome outcome)
    {
        // What the old lists lack may be in the new ones.
        var foreseen = Parse(outcome);
        return foreseen is { Failed: true, CacheUpdated: true }
            ? foreseen with { Skipped = true, Rc = 0, Message = $"not run: with the current package lists, {foreseen.Message}" }
            : foreseen;
    }

    private string ScriptOf(string simulate, string update)
    {
        Check();
        var script = new StringBuilder(Invariant($"lock={Math.Ceiling(LockTimeout.TotalSeconds)}; simulate={simulate}\n{AptScript.Functions}"));
        if (Updates)
        {
            script.Append(Invariant($"fresh {Math.Floor(CacheValidTime.TotalMinutes)} || {{ {update}echo '{AptScript.Fetched}'; }}\n"));
        }

        script.Append(Upgrade switch
        {
            AptUpgrade.None => "",
            AptUpgrade.Yes or AptUpgrade.Safe => "get upgrade --with-new-pkgs\n",
            _ => "get dist-upgrade\n",
        });
        AppendPackages(script);
        return script.Append(AutoRemove ? $"get autoremove{PurgeOption}\n" : "").ToString();
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    [GeneratedRegex(@"\A(/[^\s]+\.deb|[a-z0-9][a-z0-9+.-]*(?<!-)(:[a-z0-9-]+)?([=/][A-Za-z0-9+.~:*_/-]+)?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex PackageName { get; }

    private void AppendPackages(StringBuilder script)
    {
        if (State == AptState.Absent)
        {
            // What the host has never heard of is not there.
            Append($"without 'remove{PurgeOption}'", Packages);
        }
        else if (State == AptState.Latest)
        {
            Append("get install", Packages);
        }
        else
        {
            // A version that is asked for may well be an upgrade; a name alone is there, or is not.
            Append("get install --no-upgrade", [.. Packages.Where(name => !HasVersion(name))]);
            Append("get install", [.. Packages.Where(HasVersion)]);
        }

        static bool HasVersion(string name) => name.AsSpan().ContainsAny('=', '/');

        void Append(string command, IReadOnlyCollection<string> packages)
        {
            if (packages.Count > 0)
            {
                script.Append(CultureInfo.InvariantCulture, $"{command} {string.Join(' ', packages.Select(ShellText.Quote))}\n");
            }
        }
    }

    private void Check()
    {
        if (OnlyUpdates && !Updates)
        {
            throw new FormatException("Apt has nothing to do: set Packages, Upgrade, UpdateCache or AutoRemove.");
        }

        if (Packages.FirstOrDefault(name => !PackageName.IsMatch(name)) is { } wrong)
        {
            throw new FormatException($"Apt: '{wrong}' is not a valid package name.");
        }

        if (LockTimeout < TimeSpan.Zero || CacheValidTime < TimeSpan.Zero)
        {
            throw new FormatException("Apt: LockTimeout and CacheValidTime must not be negative.");
        }
    }
}
