namespace Playbooks;

/// <summary>The options of <c>ansible-playbook</c> that do not exist here, with what to write instead.</summary>
internal static class AnsibleOptions
{
    private const string ExtraVariables = "each variable of the playbook has its own option, --NAME VALUE; --help lists them";
    private const string Secrets = "secrets are variables of the type Secret; use --NAME-file FILE to specify the file that contains the value";
    private const string SshOptions =
        "the ssh program is not used, so its options have no effect; use --private-key and --known-hosts to specify the key files";

    private static readonly Dictionary<string, string> s_advice = new(StringComparer.Ordinal)
    {
        ["-b"] = "write [Become] on the task, Become = true in [Playbook], or ansible_become=true in the inventory",
        ["-C"] = "write --check",
        ["-J"] = Secrets,
        ["-M"] = "modules are C# types; add a reference to the project or package that contains them",
        ["-T"] = "the time limit of a connection attempt is fixed; to limit the time of a task, use [Timeout(30)]",
        ["-c"] = "write ansible_connection=local or ansible_connection=ssh in the inventory",
        ["-e"] = ExtraVariables,
        ["-k"] = "logins use a key: use --private-key to specify its file; to be asked for the password of sudo or su, use -K",
        ["--ask-become-pass"] = "write -K, or --ask-become-password",
        ["--become-pass-file"] = "set the environment variable PLAYBOOKS_BECOME_PASSWORD, or write -K",
        ["--connection-password-file"] = "logins use a key: use --private-key to specify its file",
        ["--flush-cache"] = "facts are not cached between runs, so remove the option",
        ["--inventory-file"] = "write -i, or --inventory",
        ["--key-file"] = "write --private-key",
        ["--ssh-common-args"] = SshOptions,
        ["--start-at-task"] = "write --start-at",
        ["--step"] = "run a part of the playbook with --tags or --start-at, or use a debugger",
        ["--syntax-check"] = "the compiler checks the playbook; run dotnet build",
        ["--vault-id"] = Secrets,
    };

    private static readonly Dictionary<string, string> s_same = new(StringComparer.Ordinal)
    {
        ["--become"] = "-b",
        ["--ask-vault-pass"] = "-J",
        ["--ask-vault-password"] = "-J",
        ["--module-path"] = "-M",
        ["--timeout"] = "-T",
        ["--connection"] = "-c",
        ["--extra-vars"] = "-e",
        ["--ask-pass"] = "-k",
        ["--become-password-file"] = "--become-pass-file",
        ["--conn-pass-file"] = "--connection-password-file",
        ["--ssh-extra-args"] = "--ssh-common-args",
        ["--scp-extra-args"] = "--ssh-common-args",
        ["--sftp-extra-args"] = "--ssh-common-args",
        ["--vault-pass-file"] = "--vault-id",
        ["--vault-password-file"] = "--vault-id",
    };

    /// <summary>Returns what to write instead of an option; <see langword="null"/> if it is not an option of Ansible.</summary>
    /// <param name="token">The argument: the option, with or without its value, or several one-letter options.</param>
    /// <param name="next">The next argument; <see langword="null"/> if there is none.</param>
    /// <param name="options">The options that exist here.</param>
    internal static string? Answer(string token, string? next, IReadOnlyCollection<string> options)
    {
        var isLong = token.StartsWith("--", StringComparison.Ordinal);
        var name = isLong ? token.Split('=', 2)[0] : token[..2];
        if (!s_advice.TryGetValue(s_same.GetValueOrDefault(name, name), out var advice))
        {
            return null;
        }

        var rest = token[name.Length..].TrimStart('=');
        if (!isLong
            && rest.Length > 0
            && name is not ("-e" or "-T" or "-M" or "-c")
            && !rest.All(letter => "bkCJKDv".Contains(letter, StringComparison.Ordinal)))
        {
            return null;
        }

        if (advice == ExtraVariables && Option(rest.Length > 0 ? rest : next, options) is { } option)
        {
            advice = $"write {option} VALUE";
        }

        return $"There is no option {name}: {advice}.";
    }

    /// <summary>Returns the option for the first variable that <c>-e name=value</c> sets; <see langword="null"/> if there is none.</summary>
    private static string? Option(string? variables, IReadOnlyCollection<string> options)
    {
        var name = $"--{variables?.Split('=', 2)[0].Replace('_', '-').ToLowerInvariant()}";
        return variables?.Contains('=', StringComparison.Ordinal) == true && options.Contains(name) ? name : null;
    }
}
