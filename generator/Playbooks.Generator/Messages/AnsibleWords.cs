namespace Playbooks.Generator.Messages;

/// <summary>Ansible's modules and keywords for which Playbooks has no type or attribute of that name, and what to write instead.</summary>
internal static class AnsibleWords
{
    private const string Loop =
        "a loop is a member that returns an IEnumerable, such as public IEnumerable<Command> Each => Names.Select(name => new Command($\"echo {name}\"))";
    private const string Block = "a role is a [Block] record; a member that returns the record runs its tasks";
    private const string Retry = "write [Retry(5, Delay = 10)]";
    private const string Login = "set ansible_user, ansible_port or ansible_connection in the inventory";
    private const string Order = "the public members are the tasks, and run in the order in which they are written";
    private const string Lines = "use Shell with grep and sed, or write the whole file with Copy";

    private static readonly Dictionary<string, string> _advice = new(StringComparer.Ordinal)
    {
        // Modules.
        ["addhost"] = "list all hosts in the inventory",
        ["aptkey"] = Run("install -m 0644 key.asc /etc/apt/keyrings/", "send the file with Copy first"),
        ["aptrepository"] = "write a file in /etc/apt/sources.list.d with Copy",
        ["archive"] = Run("tar -czf a.tar.gz a"),
        ["assemble"] = "write the whole file with Copy",
        ["assert"] = "use Require, as in new Require(disk.Rc == 0)",
        ["authorizedkey"] = Lines,
        ["blockinfile"] = Lines,
        ["cron"] = "write a file in /etc/cron.d with Copy",
        ["dnf"] = Run("dnf -y install nginx"),
        ["docker"] = Run("docker run …"),
        ["dockercompose"] = Run("docker compose up -d"),
        ["dockercontainer"] = Run("docker run …"),
        ["expect"] = "no module answers prompts; pass the answers to the program as options or in a file",
        ["file"] = "use Command with mkdir, chmod, chown, ln or rm, Copy for the content of a file, and Stat to inspect a file",
        ["find"] = Run("find /var/log -name *.log"),
        ["firewalld"] = Run("firewall-cmd …"),
        ["gem"] = Run("gem install …"),
        ["geturl"] = Run("curl -fsSLo /tmp/a https://…"),
        ["git"] = Run("git clone …"),
        ["group"] = Run("groupadd …"),
        ["hostname"] = Run("hostnamectl hostname …"),
        ["includerole"] = Block,
        ["includetasks"] = Block,
        ["importplaybook"] = "write a site (a [Playbook] without a pattern) whose members return playbooks",
        ["importrole"] = Block,
        ["importtasks"] = Block,
        ["iptables"] = Run("iptables …"),
        ["lineinfile"] = Lines,
        ["make"] = Run("make install"),
        ["meta"] = "use FlushHandlers or ResetConnection",
        ["mount"] = Run("mount …"),
        ["mysqldb"] = Run("mysqldump …"),
        ["npm"] = Run("npm install …"),
        ["package"] = "use Apt, or Command with the package manager of the host",
        ["pacman"] = Run("pacman -S --noconfirm nginx"),
        ["ping"] = Run("true"),
        ["pip"] = Run("pip install …"),
        ["postgresqldb"] = Run("createdb …"),
        ["replace"] = Lines,
        ["rpmkey"] = Run("rpm --import …"),
        ["service"] = Run("systemctl restart nginx"),
        ["setfact"] = "facts cannot be set; compute the value from results of tasks in a private method",
        ["setup"] = "add the parameter 'Facts facts' to the task",
        ["slurp"] = Run("cat /etc/app.conf", "or use Fetch to copy the file to the controller"),
        ["supervisorctl"] = Run("supervisorctl restart …"),
        ["synchronize"] = "use Copy for a file, or Command with rsync",
        ["sysctl"] = Run("sysctl -w …"),
        ["systemd"] = Run("systemctl restart nginx"),
        ["systemdservice"] = Run("systemctl restart nginx"),
        ["tempfile"] = Run("mktemp"),
        ["template"] = "write the text in C#, and send it with Copy.Text($\"…\", path)",
        ["timezone"] = Run("timedatectl set-timezone …"),
        ["ufw"] = Run("ufw allow 80/tcp"),
        ["unarchive"] = Run("tar -xf a.tar.gz -C /opt", "send the file with Copy first"),
        ["uri"] = "use Http",
        ["user"] = Run("useradd …"),
        ["waitforconnection"] = "use Reboot, which waits for the host, or ResetConnection",
        ["yum"] = Run("yum -y install nginx"),
        ["zypper"] = Run("zypper -n install nginx"),

        // Keywords.
        ["anyerrorsfatal"] = "write [Playbook(\"web\", AnyErrorsFatal = true)]",
        ["args"] = "write the arguments as parameters and properties of the module",
        ["becomemethod"] = "set ansible_become_method in the inventory, or pass --become-method",
        ["becomeuser"] = "write [Become(\"app\")]",
        ["connection"] = Login,
        ["delay"] = Retry,
        ["delegatefacts"] = "the facts are always those of the host for which the task runs",
        ["environment"] = "set Env on the module",
        ["factpath"] = "read your own facts from the output of a Command",
        ["gatherfacts"] = "facts are gathered when a task needs them; add the parameter 'Facts facts' to the task",
        ["handlers"] = "write [Handler] on each handler",
        ["hosts"] = "write [Playbook(\"web\")]",
        ["ignoreerror"] = "write [IgnoreErrors]",
        ["include"] = Block,
        ["listen"] = "name each handler on the task, as in [Notify(nameof(Restart))]",
        ["localaction"] = "write [DelegateTo(\"localhost\")]",
        ["loop"] = Loop,
        ["loopcontrol"] = "set Label on the module, and control the loop itself in C#",
        ["maxfailpercentage"] = "write [Playbook(\"web\", MaxFailPercentage = 20)]",
        ["moduledefaults"] = "write a private method that creates the module",
        ["poll"] = "write [Async(3600, Poll = 30)]",
        ["port"] = Login,
        ["posttasks"] = Order,
        ["pretasks"] = Order,
        ["register"] = "take the result as a parameter with the task's name, as in Show(CommandResult backup)",
        ["remoteuser"] = Login,
        ["retries"] = Retry,
        ["role"] = Block,
        ["roles"] = Block,
        ["serial"] = "write [Playbook(\"web\", Serial = 2)]",
        ["strategy"] = "write [Playbook(\"web\", Strategy = Strategy.Free)]",
        ["tag"] = "write [Tags(\"a\")]",
        ["tasks"] = Order,
        ["until"] = "set Until on the module, as in new(…) { Until = result => result.Rc == 0 }, and write [Retry(5, Delay = 10)]",
        ["vars"] = "write parameters of the record, or compute the values in C#",
        ["varsfiles"] = "read the files in C#, before the program creates the playbook",
        ["varsprompt"] = "write a variable of the type Secret; the run prompts for its value",
    };

    /// <summary>The words, in lower case and without underscores.</summary>
    internal static IEnumerable<string> All => _advice.Keys;

    /// <summary>What to write instead of a type of that name; <see langword="null"/> if the table does not have the name.</summary>
    internal static string? Advice(string name)
    {
        var word = name.Replace("_", "").ToLowerInvariant();
        return _advice.TryGetValue(word, out var advice) ? advice : null;
    }

    /// <summary>What to write instead of an attribute of that name; <see langword="null"/> if the table does not have the name.</summary>
    internal static string? AttributeAdvice(string name) => Advice(name) ?? (name.StartsWith("With", StringComparison.OrdinalIgnoreCase) ? Loop : null);

    private static string Run(string line, string? besides = null) =>
        $"use Command, as in new Command(\"{line}\"){(besides is null ? "" : $"; {besides}")}";
}
