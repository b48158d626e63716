using System.Collections.Concurrent;
using Playbooks.Connections.Escalation;

namespace Playbooks;

/// <summary>
/// The environment of this process. What may be a secret in it is taken out, so that it is in the environment of nothing that the program starts.
/// </summary>
internal static class OwnEnvironment
{
    private static readonly ConcurrentDictionary<string, string> Taken = new(StringComparer.Ordinal);

    /// <summary>Takes out the values of variables, and the password for becoming another user.</summary>
    internal static void TakeSecrets()
    {
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(IsOurs))
        {
            Taken[name] = Environment.GetEnvironmentVariable(name) ?? "";
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    /// <summary>A variable's value, also of one that was taken out.</summary>
    internal static string? Get(string name) => Taken.TryGetValue(name, out var value) ? value : Environment.GetEnvironmentVariable(name);

    private static bool IsOurs(string name) =>
        name == BecomeOptions.PasswordVariable || name.StartsWith(VariableReader.EnvironmentBegin, StringComparison.Ordinal);
}
