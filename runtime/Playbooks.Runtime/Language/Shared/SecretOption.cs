namespace Playbooks;

/// <summary>The option that gives a secret: it names a file, because everybody sees the arguments of a program.</summary>
internal static class SecretOption
{
    /// <summary>What stands behind the name of the variable.</summary>
    internal const string Ending = "-file";
}
