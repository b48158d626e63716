namespace Playbooks;

/// <summary>A variable of Ansible that is not supported here.</summary>
/// <param name="Advice">Why, and what to do instead.</param>
/// <param name="Usual">The values that ask for what happens here anyway.</param>
internal sealed record UnreadVariable(string Advice, params string[] Usual)
{
    /// <summary>Whether a value asks for something that does not happen here.</summary>
    internal bool Matters(string value) => !Usual.Contains(value.Trim(), StringComparer.OrdinalIgnoreCase);
}
