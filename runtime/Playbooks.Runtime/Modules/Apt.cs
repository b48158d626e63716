using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Playbooks;

/// <summary>
/// Brings packages of Debian and its kin to a state, by <c>apt-get</c>: asks nothing, waits for others who use it, and keeps configuration
/// files that were changed by hand. First the lists are fetched, then what is installed is upgraded, then the packages are seen to.
/// Changed if a package was; where only the lists were asked for, if they were fetched.
/// </summary>
/// <example><code>public Apt Packages => new() { Upgrade = AptUpgrade.Dist, UpdateCache = true };</code></example>
public sealed partial record Apt : ScriptModule<AptResult>
{
    private const string Fetched = "playbooks: the lists of packages were fetched";

    private const string Functions =
        """
        LC_ALL=C; DEBIAN_FRONTEND=noninteractive; APT_LISTCHANGES_FRONTEND=none; NEEDRESTART_MODE=a; UCF_FORCE_CONFFOLD=1
        export LC_ALL DEBIAN_FRONTEND APT_LISTCHANGES_FRONTEND NEEDRESTART_MODE UCF_FORCE_CONFFOLD
        PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin; export PATH
        command -v apt-get >/dev/null 2>&1 || { echo 'there is no apt-get on this host: Apt is for Debian and its kin' >&2; exit 127; }
        get() {
          apt-get $simulate -y -q -o "DPkg::Lock::Timeout=$lock" -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "$@" || exit
        }
        fresh() {
          lists=/var/lib/apt/lists; state=/var/lib/apt/
          if command -v apt-config >/dev/null 2>&1; then eval "$(apt-config shell lists Dir::State::lists/d state Dir::State/d)"; fi
          stamp=${state%/}/periodic/update-success-stamp
          [ -e "$stamp" ] || stamp=${lists%/}
          [ "$1" -gt 0 ] && [ -n "$(find "$stamp" -prune -mmin "-$1" 2>/dev/null)" ]
        }
        update() {
          waited=0
          while :; do
            { errors=$(apt-get -q -o APT::Update::Error-Mode=any update 2>&1 >&3 3>&-); rc=$?; } 3>&1
            case $errors in *'Could not get lock'*) [ "$waited" -lt "$lock" ] || break ;; *) break ;; esac
            sleep 1; waited=$((waited + 1))
          done
          [ -z "$errors" ] || printf '%s\n' "$errors" >&2
          [ "$rc" = 0 ] || exit "$rc"
        }

        """;

    /// <summary>The packages, each as <c>apt-get</c> takes it: <c>nginx</c>, <c>nginx=1.22*</c>, <c>nginx/bookworm-backports</c>, <c>/tmp/x.deb</c>. None by default.</summary>
    public IReadOnlyList<string> Packages { get; init; } = [];

    /// <summary>What becomes of <see cref="Packages"/>. Defaults to <see cref="AptState.Present"/>.</summary>
    public AptState State { get; init; }

    /// <summary>How what is installed is brought up to date. Defaults to <see cref="AptUpgrade.None"/>.</summary>
    public AptUpgrade Upgrade { get; init; }

    /// <summary>Whether the lists of packages are fetched first. Defaults to <see langword="false"/>.</summary>
    public bool UpdateCache { get; init; }

    /// <summary>How old the lists may be without being fetched anew, in whole minutes; sets <see cref="UpdateCache"/>. Defaults to zero: always fetched.</summary>
    public TimeSpan CacheValidTime { get; init; }

    /// <summary>Whether configuration files of removed packages are removed too. Defaults to <see langword="false"/>.</summary>
    public bool Purge { get; init; }

    /// <summary>Whether packages that nothing needs any more are removed at the end. Defaults to <see langword="false"/>.</summary>
    public bool AutoRemove { get; init; }

    /// <summary>The longest wait for others who use <c>apt-get</c> or <c>dpkg</c>, in whole seconds. Defaults to 60 s.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(60);

    private bool Updates => UpdateCache || CacheValidTime > TimeSpan.Zero;

    private bool OnlyUpdates => Packages.Count == 0 && Upgrade == AptUpgrade.None && !AutoRemove;

    /// <inheritdoc/>
    protected internal override string ScriptText => ScriptOf(simulate: "", update: "update; ");

    /// <summary>The same, simulated by <c>apt-get -s</c> with the lists that are there: none are fetched.</summary>
    protected internal override string? CheckScript => ScriptOf(simulate: "-s", update: "");

    private string PurgeOption => Purge ? " --purge" : "";

    /// <inheritdoc/>
    protected internal override AptResult Parse(ScriptOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var done = AptOutput.Parse(outcome.Stdout);
        var updated = outcome.Stdout.Contains(Fetched, StringComparison.Ordinal);
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
            CacheUpdated = updated,
        };
    }

    /// <inheritdoc/>
    protected internal override AptResult Predict(ScriptOutcome outcome)
    {
        // What the old lists lack may be in the new ones.
        var foreseen = Parse(outcome);
        return foreseen is { Failed: true, CacheUpdated: true }
            ? foreseen with { Skipped = true, Rc = 0, Message = $"not run: with the lists of packages as they are, {foreseen.Message}" }
            : foreseen;
    }

    private string ScriptOf(string simulate, string update)
    {
        Check();
        var script = new StringBuilder(Invariant($"lock={Math.Ceiling(LockTimeout.TotalSeconds)}; simulate={simulate}\n{Functions}"));
        if (Updates)
        {
            script.Append(Invariant($"fresh {Math.Floor(CacheValidTime.TotalMinutes)} || {{ {update}echo '{Fetched}'; }}\n"));
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
            Append($"remove{PurgeOption}", Packages);
        }
        else if (State == AptState.Latest)
        {
            Append("install", Packages);
        }
        else
        {
            // A version that is asked for may well be an upgrade; a name alone is there, or is not.
            Append("install --no-upgrade", [.. Packages.Where(name => !HasVersion(name))]);
            Append("install", [.. Packages.Where(HasVersion)]);
        }

        static bool HasVersion(string name) => name.AsSpan().ContainsAny('=', '/');

        void Append(string command, IReadOnlyCollection<string> packages)
        {
            if (packages.Count > 0)
            {
                script.Append(CultureInfo.InvariantCulture, $"get {command} {string.Join(' ', packages.Select(ShellText.Quote))}\n");
            }
        }
    }

    private void Check()
    {
        if (OnlyUpdates && !Updates)
        {
            throw new FormatException("Apt has nothing to do: give it Packages, Upgrade, UpdateCache or AutoRemove.");
        }

        if (Packages.FirstOrDefault(name => !PackageName.IsMatch(name)) is { } wrong)
        {
            throw new FormatException($"Apt: '{wrong}' is no name of a package.");
        }

        if (LockTimeout < TimeSpan.Zero || CacheValidTime < TimeSpan.Zero)
        {
            throw new FormatException("Apt: LockTimeout and CacheValidTime cannot be negative.");
        }
    }
}
