namespace Playbooks.Connections.Escalation;

/// <summary>Which texts can be the name of a user to run as.</summary>
/// <remarks>The compiler's rules use this too.</remarks>
internal static class UserName
{
    /// <summary>
    /// Whether every become method treats the text as a user name. <c>sudo</c> treats <c>#0</c> as a user id, <c>doas</c> does so for <c>0</c>, <c>+0</c> and
    /// <c>" 0"</c>, and all of them treat <c>-s</c> as an option.
    /// </summary>
    internal static bool IsPossible(string name) =>
        name.Length > 0
        && !(name[0] is '-' or '#' or '+' || char.IsWhiteSpace(name[0]))
        && !name.All(c => c is >= '0' and <= '9')
        && !name.Any(char.IsControl);
}
