namespace Playbooks.Connections.Escalation;

/// <summary>Which texts can be the name of a user to become.</summary>
/// <remarks>The compiler's checks read names by it, too.</remarks>
internal static class UserName
{
    /// <summary>
    /// Whether no program that lets us in takes the name for anything else: sudo takes <c>#0</c> for a number, doas <c>0</c>, <c>+0</c> and
    /// <c>" 0"</c>, and all of them take <c>-s</c> for an option.
    /// </summary>
    internal static bool IsPossible(string name) =>
        name.Length > 0
        && !(name[0] is '-' or '#' or '+' || char.IsWhiteSpace(name[0]))
        && !name.All(c => c is >= '0' and <= '9')
        && !name.Any(char.IsControl);
}
