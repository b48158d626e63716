using System.Collections.Concurrent;
using Playbooks.Connections.Escalation;

namespace Playbooks;

/// <summary>The environment of this process. Possible secrets are removed from it, so that programs started by this one do not inherit them.</summary>
internal static class OwnEnvironment
{
    private static readonly ConcurrentDictionary<string, string> Taken = new(StringComparer.Ordinal);

    /// <summary>Removes the values of variables, and the password for running as another user.</summary>
    internal static void TakeSecrets()
    {
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(IsOurs))
        {
            Taken[name] = Environment.GetEnvironmentVariable(name) ?? "";
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    /// <summary>Returns the value of an environment variable, even if it was removed.</summary>
    internal static string? Get(string name) => Taken.TryGetValue(name, out var value) ? value : Environment.GetEnvironmentVariable(name);

    private static bool IsOurs(string name) =>
        name == BecomeOptions.PasswordVariable || name.StartsWith(VariableReader.EnvironmentBegin, StringComparison.Ordinal);
}
