
using Playbooks.Connections;
using Playbooks.Connections.Escalation;
using Playbooks.Connections.SshNet;

namespace Playbooks.Runtime.Tests.InventoryFiles;

/// <summary>No word of an inventory about connections and users is ignored without a word.</summary>
public sealed class ConnectionVariableTests
{
    private static readonly ConnectionOptions s_options = new() { User = "me", Home = "/home/me", BecomeMethod = BecomeMethod.Sudo };

    [Theory]
    [InlineData("ansible_ssh_host=10.0.0.1 ansible_ssh_port=2701 ansible_ssh_user=root")]
    [InlineData("ansible_host=10.0.0.1 ansible_port=2701 ansible_user=root")]
    [InlineData("ansible_ssh_host=10.0.0.1 ansible_port=2701 ansible_ssh_user=root")]
    [InlineData("ansible_host=10.0.0.9 ansible_ssh_host=10.0.0.1 ansible_ssh_port=2701 ansible_port=9 ansible_user=me ansible_ssh_user=root")]
    public void The_old_names_of_address_port_and_user_are_honoured_and_win_as_in_ansible(string variables) =>
        Assert.Equal("root@10.0.0.1:2701", SshEndpoint.Of(One($"web1 {variables}"), s_options).ToString());

    [Theory]
    [InlineData("ansible_private_key_file=~/a", "/home/me/a")]
    [InlineData("ansible_ssh_private_key_file=~/b", "/home/me/b")]
    [InlineData("ansible_private_key_file=~/a ansible_ssh_private_key_file=~/b", "/home/me/b")]
    public void Both_names_of_a_private_key_are_honoured(string variables, string path) =>
        Assert.Equal(path, SshEndpoint.Of(One($"web1 {variables}"), s_options).NamedKey?.Path);

    [Theory]
    [InlineData("smart", false)]
    [InlineData("paramiko", false)]
    [InlineData("ansible.builtin.ssh", false)]
    [InlineData("ansible.builtin.local", true)]
    public void The_other_names_of_a_connection_are_honoured(string name, bool isLocal) =>
        Assert.Equal(isLocal, Connector.IsLocal(One($"web1 ansible_connection={name}")));

    [Fact]
    public void The_old_names_stay_variables_of_the_host() =>
        Assert.Equal(["ansible_host", "ansible_ssh_host"], One("web1 ansible_ssh_host=10.0.0.1").Variables.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("ansible_sudo_user=app", BecomeMethod.Sudo, "app")]
    [InlineData("ansible_become_user=db ansible_sudo_user=app", BecomeMethod.Sudo, "app")]
    [InlineData("ansible_become_user=db ansible_su_user=app", BecomeMethod.Sudo, "db")]
    [InlineData("ansible_become_user=db ansible_su_user=app", BecomeMethod.Su, "app")]
    [InlineData("ansible_doas_user=app", BecomeMethod.Doas, "app")]
    public void A_user_for_one_become_method_is_used_by_that_method(string variables, BecomeMethod method, string user) =>
        Assert.Equal(user, HonouredVariables.BecomeUserOf(One($"web1 {variables}"), method));

    [Theory]
    [InlineData("ansible_sudo_pass=x", BecomeMethod.Sudo, "x")]
    [InlineData("ansible_su_pass=x", BecomeMethod.Su, "x")]
    [InlineData("ansible_su_pass=x ansible_become_pass=y", BecomeMethod.Sudo, "y")]
    public void A_password_for_one_become_method_is_used_by_that_method(string variables, BecomeMethod method, string password) =>
        Assert.Equal(password, BecomeOptions.Of(One($"web1 {variables}"), s_options with { BecomeMethod = method }).Password?.Text);

    [Theory]
    [InlineData("ansible.builtin.sudo", BecomeMethod.Sudo)]
    [InlineData("ansible.builtin.su", BecomeMethod.Su)]
    [InlineData("community.general.doas", BecomeMethod.Doas)]
    public void The_long_names_of_the_programs_are_honoured(string name, BecomeMethod method) =>
        Assert.Equal(method, BecomeOptions.Of(One($"web1 ansible_become_method={name}"), s_options).Method);

    [Theory]
    [InlineData("ansible_password")]
    [InlineData("ansible_ssh_pass")]
    [InlineData("ansible_sudo_pass")]
    [InlineData("ansible_private_key_passphrase")]
    public void No_password_is_a_variable_for_playbooks(string name) =>
        Assert.Equal(["motd"], Inventory.Parse($"web1 {name}=s3cret motd=hello").Hosts[0].Variables.Keys);

    [Theory]
    [InlineData("DOM\\user")]
    [InlineData("domain user")]
    [InlineData("ops@example.com")]
    [InlineData("jürgen")]
    public void A_user_may_be_called_what_the_system_allows(string user) =>
        Assert.Equal(user, SshEndpoint.UserOf(One($"web1 ansible_user='{user}'"), s_options));

    [Theory]
    [InlineData(
        "ansible_ssh_common_args='-o ProxyJump=x'",
        "ansible_ssh_common_args has no effect: the ssh program and its options are not used, so jump hosts are not available. " +
        "Use --known-hosts to specify the file of host keys.")]
    [InlineData(
        "ansible_password=hunter2", "ansible_password has no effect: logins use keys, not passwords. " +
            "Use ansible_ssh_private_key_file or --private-key to name a key file.")]
    [InlineData(
        "ansible_ssh_pass=hunter2", "ansible_ssh_pass has no effect: logins use keys, not passwords. " +
            "Use ansible_ssh_private_key_file or --private-key to name a key file.")]
    [InlineData(
        "ansible_host_key_checking=false",
        "ansible_host_key_checking has no effect: host keys are always checked. Use --known-hosts to name the file that contains them.")]
    [InlineData(
        "ansible_become_exe=/opt/sudo",
        "ansible_become_exe has no effect: sudo, su and doas are found through PATH and run without further options.")]
    [InlineData("ansible_shell_type=csh", "ansible_shell_type has no effect: tasks run in /bin/sh.")]
    [InlineData("ansible_winrm_transport=ntlm", "ansible_winrm_transport has no effect: the only connection types are ssh and local.")]
    [InlineData("ansible_pbrun_user=x", "ansible_pbrun_user has no effect: the only become methods are sudo, su and doas.")]
    [InlineData("ansible_remote_user=x", "ansible_remote_user has no effect: write ansible_user.")]
    [InlineData("ansible_group_priority=3", "ansible_group_priority is a variable for groups and has no effect on a host.")]
    [InlineData("ansible_hsot=x", "ansible_hsot has no effect: there is no variable of that name. Did you mean ansible_host?")]
    [InlineData("ansible_Host=x", "ansible_Host has no effect: there is no variable of that name. Did you mean ansible_host?")]
    [InlineData("ansible-host=x", "ansible-host has no effect: there is no variable of that name. Did you mean ansible_host?")]
    [InlineData("ansbile_user=x", "ansbile_user has no effect: there is no variable of that name. Did you mean ansible_user?")]
    [InlineData("ansible_becom=true", "ansible_becom has no effect: there is no variable of that name. Did you mean ansible_become?")]
    [InlineData("ansible_become_usr=x", "ansible_become_usr has no effect: there is no variable of that name. Did you mean ansible_become_user?")]
    [InlineData(
        "ansible_ssh_key_file=x", "ansible_ssh_key_file has no effect: there is no variable of that name. Did you mean ansible_ssh_private_key_file?")]
    [InlineData("ansible_username=x", "ansible_username has no effect: there is no variable of that name. Did you mean ansible_user?")]
    [InlineData(
        "ansible_ssh_comon_args=x", "ansible_ssh_comon_args has no effect: there is no variable of that name. Did you mean ansible_ssh_common_args?")]
    [InlineData("ansible_zzz=x", "ansible_zzz has no effect: there is no variable of that name.")]
    public void Variables_without_effect_are_reported_with_advice(string variable, string note) =>
        Assert.Equal([$"hosts:1: {note}"], Inventory.Parse($"web1 {variable}\n", "hosts").Notes);

    [Theory]
    [InlineData("ansible_python_interpreter=/usr/bin/python3")]
    [InlineData("ansible_perl_interpreter=/usr/bin/perl")]
    [InlineData("ansible_managed='by hand'")]
    [InlineData("ansible_ssh_pipelining=true")]
    [InlineData("ansible_remote_tmp=/tmp")]
    [InlineData("ansible_distribution=Debian")]
    [InlineData("ansible_os_family=Debian")]
    [InlineData("ansible_hostname=web1")]
    [InlineData("ansible_eth0=x")]
    [InlineData("ansible_enp0s31f6=x")]
    [InlineData("ansible_shell_type=sh")]
    [InlineData("ansible_host_key_checking=True")]
    [InlineData("ansible_become_flags='-H -S -n'")]
    [InlineData("ansible_become=no")]
    [InlineData("host=x user=y port=z answer=42 visible_host=1 visible_port=2")]
    public void Variables_that_change_nothing_are_not_reported(string variables) =>
        Assert.Empty(Inventory.Parse($"web1 {variables}\n").Notes);

    [Fact]
    public void Each_name_has_one_line_wherever_it_stands() => Assert.Equal(
        [
            "hosts:1 and 2 more: ansible_ssh_args has no effect: the ssh program and its options are not used, so jump hosts are not available. " +
            "Use --known-hosts to specify the file of host keys.",
            "hosts:2: ansible_timeout has no effect: the time limit of a connection attempt is fixed. To limit the time of a task, use [Timeout].",
        ],
        Inventory.Parse("web[1:9] ansible_ssh_args=x\nweb20 ansible_ssh_args=y ansible_timeout=3\n[all:vars]\nansible_ssh_args=z\n", "hosts").Notes);

    [Fact]
    public void Two_names_of_one_variable_that_differ_are_reported() => Assert.Equal(
        ["web1 and 1 more: ansible_user and ansible_ssh_user are two names of one variable and have different values: " +
            "ansible_ssh_user is used, as in Ansible."],
        Inventory.Parse("web1 ansible_user=a\nweb2 ansible_user=b\nweb3 ansible_user=root\n[all:vars]\nansible_ssh_user=root\n").Notes);

    [Theory]
    [InlineData("ansible_become=maybe", "hosts:1: ansible_become is 'maybe': use true or false.")]
    [InlineData("ansible_become={{sudo}}", "hosts:1: ansible_become is a template, and templates are not supported: write the value.")]
    [InlineData("ansible_ssh_port=x", "hosts:1: 'x' is not a valid port: use a number from 1 to 65535.")]
    [InlineData("ansible_ssh_host='a b'", "hosts:1: ansible_ssh_host is 'a b': the value must not be empty, start with - or contain a space.")]
    [InlineData("ansible_ssh_user=-x", "hosts:1: ansible_ssh_user is '-x': the value must not be empty, start with - or contain a control character.")]
    [InlineData("ansible_sudo_user={{x}}", "hosts:1: ansible_sudo_user is a template, and templates are not supported: write the value.")]
    public void A_wrong_value_is_refused_under_the_old_names_too(string variable, string message) =>
        Assert.Equal(message, Assert.Throws<UsageException>(() => Inventory.Parse($"web1 {variable}\n", "hosts")).Message);

    [Fact]
    public void Unread_connection_variables_of_a_whole_inventory_are_honoured_or_named()
    {
        var inventory = Inventory.Parse(
            """
            # Names as they stand in many inventories.
            [old]
            web1 ansible_ssh_host=127.81.0.1 ansible_ssh_port=2701 ansible_ssh_user=root

            [bastioned]
            db1 ansible_host=127.81.0.1 ansible_port=2701

            [bastioned:vars]
            ansible_ssh_common_args='-o ProxyCommand="ssh -W %h:%p -q jump@192.0.2.7"'

            [sudoed]
            app1 ansible_host=127.81.0.1 ansible_port=2701 ansible_become=true ansible_become_user=nobody

            [keyed]
            key1 ansible_host=127.81.0.1 ansible_port=2701 ansible_private_key_file=LAB_KEY

            [passworded]
            pw1 ansible_host=127.81.0.1 ansible_port=2701 ansible_password=hunter2

            [passworded:vars]
            ansible_ssh_pass=hunter2

            [all:vars]
            ansible_python_interpreter=/usr/bin/python3
            ansible_ssh_extra_args='-o UserKnownHostsFile=/dev/null -o StrictHostKeyChecking=no'
            """);

        Assert.Equal(
            ["ansible_ssh_common_args", "ansible_password", "ansible_ssh_pass", "ansible_ssh_extra_args"],
            inventory.Notes.Select(note => note.Split(' ')[1]));
        Assert.DoesNotContain(inventory.Notes, note => note.Contains("hunter2", StringComparison.Ordinal));
        Assert.Equal("127.81.0.1", inventory.Hosts[0].Address);
    }

    private static Host One(string line)
    {
        var inventory = Inventory.Parse(line);
        return Assert.Single(inventory.Hosts);
    }
}
