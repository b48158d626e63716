namespace Playbooks;

/// <summary>Ansible's variables for connections and privilege escalation that are not supported here, with what to do instead.</summary>
internal static class UnreadVariables
{
    private const string Passwords = "logins use keys, not passwords. Use ansible_ssh_private_key_file or --private-key to name a key file";
    private const string SshOptions =
        "the ssh program and its options are not used, so jump hosts are not available. Use --known-hosts to specify the file of host keys";
    private const string SshProgram = "the ssh program is not used";
    private const string HostKeys = "host keys are always checked. Use --known-hosts to name the file that contains them";
    private const string KeyText = "keys are read from files. Use ansible_ssh_private_key_file to name a key file";
    private const string Passphrases = "keys with a passphrase are not supported yet. Use ansible_ssh_private_key_file to name a key without a passphrase";
    private const string Timeouts = "the time limit of a connection attempt is fixed. To limit the time of a task, use [Timeout]";
    private const string Terminals = "no task has a terminal";
    private const string Shells = "tasks run in /bin/sh";
    private const string Programs = "sudo, su and doas are found through PATH and run without further options";

    private static readonly Dictionary<string, UnreadVariable> s_all = new(StringComparer.Ordinal)
    {
        ["ansible_password"] = new(Passwords),
        ["ansible_ssh_pass"] = new(Passwords),
        ["ansible_ssh_password"] = new(Passwords),
        ["ansible_sshpass_prompt"] = new(Passwords),
        ["ansible_ssh_password_mechanism"] = new(Passwords),
        ["ansible_private_key"] = new(KeyText),
        ["ansible_ssh_private_key"] = new(KeyText),
        ["ansible_private_key_passphrase"] = new(Passphrases),
        ["ansible_ssh_private_key_passphrase"] = new(Passphrases),
        ["ansible_ssh_pkcs11_provider"] = new(KeyText),
        ["ansible_ssh_args"] = new(SshOptions),
        ["ansible_ssh_common_args"] = new(SshOptions),
        ["ansible_ssh_extra_args"] = new(SshOptions),
        ["ansible_sftp_extra_args"] = new(SshOptions),
        ["ansible_scp_extra_args"] = new(SshOptions),
        ["ansible_ssh_executable"] = new(SshProgram, "ssh", "/usr/bin/ssh"),
        ["ansible_host_key_checking"] = new(HostKeys, "true", "yes", "1", "on"),
        ["ansible_ssh_host_key_checking"] = new(HostKeys, "true", "yes", "1", "on"),
        ["ansible_timeout"] = new(Timeouts),
        ["ansible_ssh_timeout"] = new(Timeouts),
        ["ansible_connect_timeout"] = new(Timeouts),
        ["ansible_command_timeout"] = new(Timeouts),
        ["ansible_ssh_retries"] = new("the run reopens a lost connection by itself. Use --silence to set when a connection counts as lost"),
        ["ansible_ssh_use_tty"] = new(Terminals, "false", "no", "0", "off"),
        ["ansible_shell_type"] = new(Shells, "sh"),
        ["ansible_shell_executable"] = new(Shells, "/bin/sh", "sh"),
        ["ansible_become_exe"] = new(Programs, "sudo", "su", "doas"),
        ["ansible_become_flags"] = new(Programs, "", "-H -S -n", "-H -S"),
        ["ansible_sudo_exe"] = new(Programs, "sudo"),
        ["ansible_sudo_flags"] = new(Programs, "", "-H -S -n", "-H -S"),
        ["ansible_sudo_chdir"] = new(Programs),
        ["ansible_su_exe"] = new(Programs, "su"),
        ["ansible_su_flags"] = new(Programs, ""),
        ["ansible_su_prompt_l10n"] = new("the text of su's password prompt is not used"),
        ["ansible_doas_prompt_l10n"] = new("the text of doas's password prompt is not used"),
        ["ansible_doas_exe"] = new(Programs, "doas"),
        ["ansible_doas_flags"] = new(Programs, ""),
        ["ansible_sudo"] = new("write ansible_become=true"),
        ["ansible_su"] = new("write ansible_become=true and ansible_become_method=su"),
        ["ansible_remote_user"] = new("write ansible_user"),
        ["ansible_async_dir"] = new("set the directory of jobs with --async-dir"),
    };

    /// <summary>The prefixes of variables for other connection types and other become methods.</summary>
    private static readonly (string Beginning, UnreadVariable Variable)[] s_families =
    [
        .. Of(
            "the only connection types are ssh and local",
            "winrm",
            "psrp",
            "paramiko",
            "libssh",
            "docker",
            "podman",
            "buildah",
            "kubectl",
            "oc",
            "aws_ssm",
            "lxc",
            "lxd",
            "incus",
            "jail",
            "iocage",
            "zone",
            "chroot",
            "nspawn",
            "machinectl_connection",
            "qubes",
            "funcd",
            "saltstack",
            "vmware_tools",
            "netconf",
            "httpapi",
            "network_cli",
            "grpc",
            "persistent",
            "terminal",
            "napalm"),
        .. Of("the only become methods are sudo, su and doas", "dzdo", "enable", "ksu", "machinectl", "pbrun", "pfexec", "pmrun", "run0", "runas", "sesu"),
    ];

    /// <summary>The names of the variables that are known individually.</summary>
    internal static IEnumerable<string> Names => s_all.Keys;

    /// <summary>Returns what is known about a variable; <see langword="null"/> if it is not one of these.</summary>
    internal static UnreadVariable? Find(string name) =>
        s_all.TryGetValue(name, out var one) ? one : s_families.FirstOrDefault(family => name.StartsWith(family.Beginning, StringComparison.Ordinal)).Variable;

    /// <summary>Whether the value is a secret, which playbooks must not see as a variable.</summary>
    internal static bool IsSecret(string name) =>
        name is "ansible_password" or "ansible_private_key" or "ansible_ssh_private_key"
        || (name.StartsWith(VariableNotes.Prefix, StringComparison.Ordinal)
            && (name.EndsWith("_pass", StringComparison.Ordinal)
                || name.EndsWith("_password", StringComparison.Ordinal)
                || name.EndsWith("_passphrase", StringComparison.Ordinal)));

    private static IEnumerable<(string Beginning, UnreadVariable Variable)> Of(string why, params IEnumerable<string> families) =>
        families.Select(family => ($"{VariableNotes.Prefix}{family}_", new UnreadVariable(why)));
}
