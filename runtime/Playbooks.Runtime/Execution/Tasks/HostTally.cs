namespace Playbooks.Execution.Tasks;

/// <summary>Counts how the tasks of one host end. A loop is one task.</summary>
internal sealed class HostTally(Host host)
{
    private HostTally? _whole;
    private int _ok;
    private int _changed;
    private int _failed;
    private int _skipped;
    private int _rescued;
    private int _ignored;
    private bool _unreachable;

    internal HostCounts Counts => new(host, _ok, _changed, _failed, _skipped, _unreachable ? 1 : 0, _rescued, _ignored);

    /// <summary>How many failures there were so far, those that were rescued not among them.</summary>
    internal int Failures => _failed;

    /// <summary>Counts what runs beside, until <see cref="Add"/> brings it back.</summary>
    internal HostTally Beside() => new(host) { _whole = this };

    /// <summary>Adds what ran beside.</summary>
    internal void Add(HostTally beside)
    {
        _ok += beside._ok;
        _changed += beside._changed;
        _failed += beside._failed;
        _skipped += beside._skipped;
        _rescued += beside._rescued;
        _ignored += beside._ignored;
    }

    /// <summary>The host was lost.</summary>
    /// <returns>Whether that is new.</returns>
    internal bool Lost()
    {
        if (_whole is not null)
        {
            return _whole.Lost();
        }

        return !Interlocked.Exchange(ref _unreachable, true);
    }

    /// <summary>What has failed since there were so many failures was rescued.</summary>
    /// <param name="failures">How many there were.</param>
    /// <param name="wasLost">Whether the host was lost, which is no failure.</param>
    internal void Rescue(int failures, bool wasLost)
    {
        _rescued += _failed - failures + (wasLost ? 1 : 0);
        _failed = failures;
    }

    /// <summary>A job that had been counted when it was started has failed.</summary>
    internal void JobFailed(bool ignored)
    {
        if (ignored)
        {
            _ignored++;
        }
        else
        {
            _failed++;
        }
    }

    internal void Count(TaskOutcome outcome)
    {
        switch (outcome)
        {
            case TaskOutcome.Ok:
                _ok++;
                break;
            case TaskOutcome.Changed:
                _ok++;
                _changed++;
                break;
            case TaskOutcome.Failed:
                _failed++;
                break;
            case TaskOutcome.Skipped:
                _skipped++;
                break;
            case TaskOutcome.Ignored:
                _ok++;
                _ignored++;
                break;
            case TaskOutcome.Unreachable:
                _unreachable = true;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome, message: null);
        }
    }
}
