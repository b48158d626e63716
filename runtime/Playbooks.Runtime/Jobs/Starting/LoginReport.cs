using System.Globalization;

namespace Playbooks.Jobs.Starting;

/// <summary>What <c>place.sh</c> reports about a user's login on a host.</summary>
internal sealed record LoginReport
{
    private LoginReport(string place) => Place = place;

    /// <summary>Where a job outlives the login: <c>system</c>, <c>user</c> or <c>here</c>; <c>ended</c> if it does not outlive the login anywhere.</summary>
    internal string Place { get; }

    /// <summary>The user's id; <see langword="null"/> if systemd does not run.</summary>
    internal uint? Number { get; private init; }

    /// <summary>Whether logind knows the login.</summary>
    internal bool IsInSession { get; private init; }

    /// <summary>The user's name.</summary>
    internal string User { get; private init; } = "";

    /// <summary>The name of the user to whom the session belongs.</summary>
    internal string Owner { get; private init; } = "";

    /// <summary>Parses the report. Lines that cannot be read are ignored.</summary>
    internal static LoginReport Parse(string text)
    {
        var lines = text.Split('\n');
        return lines.Length >= 3 && lines[0].Split(' ') is [("system" or "user" or "ended" or "here") and var place, var number, var session]
            ? new LoginReport(place)
            {
                Number = uint.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : null,
                IsInSession = session != "-",
                User = lines[1],
                Owner = lines[2],
            }
            : new LoginReport("here");
    }
}
