namespace Playbooks.Generator.Messages;

/// <summary>Ansible's modules and keywords that are no types and attributes here, and what to write. One that comes to be one leaves the table.</summary>
internal static class AnsibleWords
{
    private const string Loop =
        "a loop is a member that returns an IEnumerable, public IEnumerable<Command> Each => Names.Select(name => new Command($\"echo {name}\"))";
    private const string Block = "a role is a [Block] record, and a member that returns it runs its tasks";
    private const string Retry = "write [Retry(5, Delay = 10)]";
    private const string Login = "write it in the inventory: ansible_user, ansible_port, ansible_connection";
    private const string Order = "public members are tasks, in the order in which they are written";
    private const string Lines = "use Shell with grep and sed, or write the whole file with Copy";

    private static readonly Dictionary<string, string> _advice = new(StringComparer.Ordinal)
    {
        // Modules.
        ["addhost"] = "hosts stand in the inventory",
        ["aptkey"] = Run("install -m 0644 key.asc /etc/apt/keyrings/", "Copy brings the file"),
        ["aptrepository"] = "write the file below /etc/apt/sources.list.d with Copy",
        ["archive"] = Run("tar -czf a.tar.gz a"),
        ["assemble"] = "write the whole file with Copy",
        ["assert"] = "use Require, as in new Require(disk.Rc == 0)",
        ["authorizedkey"] = Lines,
        ["blockinfile"] = Lines,
        ["cron"] = "write a file below /etc/cron.d with Copy",
        ["dnf"] = Run("dnf -y install nginx"),
        ["docker"] = Run("docker run …"),
        ["dockercompose"] = Run("docker compose up -d"),
        ["dockercontainer"] = Run("docker run …"),
        ["expect"] = "nothing answers questions; give the program its answers as options or as a file",
        ["file"] = "use Command with mkdir, chmod, chown, ln or rm, Copy for what is in a file, and Stat to look at one",
        ["find"] = Run("find /var/log -name *.log"),
        ["firewalld"] = Run("firewall-cmd …"),
        ["gem"] = Run("gem install …"),
        ["geturl"] = Run("curl -fsSLo /tmp/a https://…"),
        ["git"] = Run("git clone …"),
        ["group"] = Run("groupadd …"),
        ["hostname"] = Run("hostnamectl hostname …"),
        ["includerole"] = Block,
        ["includetasks"] = Block,
        ["importplaybook"] = "write a site, a [Playbook] without a pattern, whose members return playbooks",
        ["importrole"] = Block,
        ["importtasks"] = Block,
        ["iptables"] = Run("iptables …"),
        ["lineinfile"] = Lines,
        ["make"] = Run("make install"),
        ["meta"] = "use FlushHandlers or ResetConnection",
        ["mount"] = Run("mount …"),
        ["mysqldb"] = Run("mysqldump …"),
        ["npm"] = Run("npm install …"),
        ["package"] = "use Apt, or Command with what installs packages there",
        ["pacman"] = Run("pacman -S --noconfirm nginx"),
        ["ping"] = Run("true"),
        ["pip"] = Run("pip install …"),
        ["postgresqldb"] = Run("createdb …"),
        ["replace"] = Lines,
        ["rpmkey"] = Run("rpm --import …"),
        ["service"] = Run("systemctl restart nginx"),
        ["setfact"] = "nothing is set; write a private method of what tasks gave",
        ["setup"] = "ask for the facts by a parameter, 'Facts facts'",
        ["slurp"] = Run("cat /etc/app.conf", "Fetch brings the file here"),
        ["supervisorctl"] = Run("supervisorctl restart …"),
        ["synchronize"] = "use Copy for a file, or Command with rsync",
        ["sysctl"] = Run("sysctl -w …"),
        ["systemd"] = Run("systemctl restart nginx"),
        ["systemdservice"] = Run("systemctl restart nginx"),
        ["tempfile"] = Run("mktemp"),
        ["template"] = "write the text in C#, and send it with Copy.Text($\"…\", path)",
        ["timezone"] = Run("timedatectl set-timezone …"),
        ["ufw"] = Run("ufw allow 80/tcp"),
        ["unarchive"] = Run("tar -xf a.tar.gz -C /opt", "Copy brings the file"),
        ["uri"] = "use Http",
        ["user"] = Run("useradd …"),
        ["waitforconnection"] = "use Reboot, which waits, or ResetConnection",
        ["yum"] = Run("yum -y install nginx"),
        ["zypper"] = Run("zypper -n install nginx"),

        // Keywords.
        ["anyerrorsfatal"] = "write [Playbook(\"web\", AnyErrorsFatal = true)]",
        ["args"] = "what a module takes are its parameters and properties",
        ["becomemethod"] = "write ansible_become_method in the inventory, or --become-method",
        ["becomeuser"] = "write [Become(\"app\")]",
        ["connection"] = Login,
        ["delay"] = Retry,
        ["delegatefacts"] = "facts are those of the host for which a task runs",
        ["environment"] = "give the module its Env",
        ["factpath"] = "facts of one's own are what a Command prints",
        ["gatherfacts"] = "facts are gathered where a task asks for them, by 'Facts facts'",
        ["handlers"] = "write [Handler] on each of them",
        ["hosts"] = "write [Playbook(\"web\")]",
        ["ignoreerror"] = "write [IgnoreErrors]",
        ["include"] = Block,
        ["listen"] = "a task names its handlers, [Notify(nameof(Restart))], once for each",
        ["localaction"] = "write [DelegateTo(\"localhost\")]",
        ["loop"] = Loop,
        ["loopcontrol"] = "give the module a Label; the rest is C#",
        ["maxfailpercentage"] = "write [Playbook(\"web\", MaxFailPercentage = 20)]",
        ["moduledefaults"] = "write a private method that makes the module",
        ["poll"] = "write [Async(3600, Poll = 30)]",
        ["port"] = Login,
        ["posttasks"] = Order,
        ["pretasks"] = Order,
        ["register"] = "ask for what a task gave by a parameter of its name, as in Show(CommandResult backup)",
        ["remoteuser"] = Login,
        ["retries"] = Retry,
        ["role"] = Block,
        ["roles"] = Block,
        ["serial"] = "write [Playbook(\"web\", Serial = 2)]",
        ["strategy"] = "write [Playbook(\"web\", Strategy = Strategy.Free)]",
        ["tag"] = "write [Tags(\"a\")]",
        ["tasks"] = Order,
        ["until"] = "give the module its Until, new(…) { Until = result => result.Rc == 0 }, beside [Retry(5, Delay = 10)]",
        ["vars"] = "write parameters of the record, or C#",
        ["varsfiles"] = "a program reads its files before it makes the playbook",
        ["varsprompt"] = "write a parameter of the type Secret: it is asked for",
    };

    /// <summary>The words, in lower case and without underscores.</summary>
    internal static IEnumerable<string> All => _advice.Keys;

    /// <summary>What to write in place of a type of that name; <see langword="null"/> for another word.</summary>
    internal static string? Advice(string name)
    {
        var word = name.Replace("_", "").ToLowerInvariant();
        return _advice.TryGetValue(word, out var advice) ? advice : null;
    }

    /// <summary>What to write in place of an attribute of that name; <see langword="null"/> for another word.</summary>
    internal static string? AttributeAdvice(string name) => Advice(name) ?? (name.StartsWith("With", StringComparison.OrdinalIgnoreCase) ? Loop : null);

    private static string Run(string line, string? besides = null) =>
        $"use Command, as in new Command(\"{line}\"){(besides is null ? "" : $"; {besides}")}";
}
