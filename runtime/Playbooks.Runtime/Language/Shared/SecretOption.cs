namespace Playbooks;

/// <summary>The option that sets a secret. It names a file, because every user can see the arguments of a program.</summary>
internal static class SecretOption
{
    /// <summary>The end of the option, after the variable's name.</summary>
    internal const string Ending = "-file";
}
