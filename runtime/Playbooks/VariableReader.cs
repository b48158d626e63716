using Playbooks.Connections;
using Playbooks.Generated;

namespace Playbooks;

/// <summary>
/// Reads a playbook's variables from the arguments and the environment; arguments have precedence. A secret is never an argument: it comes from a file that
/// the user names, from the environment, or from the terminal.
/// </summary>
internal static class VariableReader
{
    /// <summary>The prefix of variables in the environment.</summary>
    internal const string EnvironmentBegin = "PLAYBOOKS_VAR_";

    /// <summary>Returns the name of a variable in the environment.</summary>
    internal static string EnvironmentName(Variable variable)
    {
        var name = variable.IsSecret ? variable.Name[..^SecretOption.Ending.Length] : variable.Name;
        return $"{EnvironmentBegin}{name.Replace('-', '_').ToUpperInvariant()}";
    }

    /// <summary>Returns the values that were set.</summary>
    /// <exception cref="UsageException">A variable is missing or has the wrong type, or a secret cannot be read.</exception>
    internal static VariableValues Read(PlaybookDefinition playbook, RunArguments arguments, Surroundings surroundings)
    {
        var values = new Dictionary<string, object>(playbook.Variables.Count, StringComparer.Ordinal);
        List<Variable>? missing = null;
        foreach (var variable in playbook.Variables)
        {
            if (arguments.Texts(variable) is { } texts)
            {
                values.Add(variable.Member, variable.IsSecret ? FromFile(variable, texts[^1], surroundings) : Parse(variable, texts, $"--{variable.Name}"));
            }
            else if (surroundings.Environment(EnvironmentName(variable)) is { } text)
            {
                values.Add(variable.Member, Parse(variable, [text], $"{EnvironmentName(variable)} (in the environment)"));
            }
            else if (variable is { IsSecret: true, IsRequired: true } && surroundings.Ask($"{variable.Member}: ") is { Length: > 0 } answer)
            {
                values.Add(variable.Member, new Secret(answer));
            }
            else if (variable.IsRequired)
            {
                (missing ??= []).Add(variable);
            }
        }

        foreach (var variable in playbook.Variables.Where(variable => values.GetValueOrDefault(variable.Member) is Secret { IsHiddenByValue: false }))
        {
            surroundings.Error.WriteLine($"The secret of --{variable.Name} has fewer than {SecretForms.Shortest} characters, so it is not hidden in output.");
        }

        return missing is null ? new VariableValues(values) : throw Missing(playbook.Info.Name, missing);
    }

    /// <summary>Returns the secret in a file, without the line end that editors add.</summary>
    private static Secret FromFile(Variable variable, string file, Surroundings surroundings)
    {
        try
        {
            var path = HomePath.Expand(file, surroundings);
            return PrivateFile.Objection(path) is { } objection
                ? throw new UsageException($"--{variable.Name} is '{file}', but the file is not used: {objection}")
                : new Secret(File.ReadAllText(path).TrimEnd('\r', '\n'));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"--{variable.Name} is '{file}', but the file cannot be read: {wrong.Message}", wrong);
        }
    }

    private static object Parse(Variable variable, IReadOnlyList<string> texts, string from)
    {
        try
        {
            return variable.Parse(texts);
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException or ArgumentException)
        {
            var kind = variable.IsList ? "a list of values" : "a value";
            throw new UsageException(
                $"{from} is '{string.Join(',', texts)}': " +
                $"the variable {variable.Member} expects {kind} of type {variable.TypeName} " +
                $"({variable.Kind}{(wrong is OverflowException ? "; the value is out of range" : "")}).",
                wrong);
        }
    }

    private static UsageException Missing(string playbook, List<Variable> missing)
    {
        var options = new List<string>(missing.Count);
        foreach (var variable in missing)
        {
            options.Add($"--{variable.Name} ({variable.Kind})");
        }

        return new(
            $"The playbook {playbook} needs {string.Join(" and ", options)}. Set {(missing.Count == 1 ? "it" : "them")} " +
            $"as an option or in the environment (for example {EnvironmentName(missing[0])}).");
    }
}
