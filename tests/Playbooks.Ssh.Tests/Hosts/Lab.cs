namespace Playbooks.Ssh.Tests.Hosts;

/// <summary>
/// Real sshd hosts on loopback, <c>h1</c> and up, each with a home, a <c>/tmp</c>, process numbers and a boot id of its own.
/// As a class fixture it gives three; a class that breaks its hosts meets nobody else's.
/// </summary>
public class Lab : IHosts, IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("playbooks-lab.").FullName;
    private readonly LabNet _net = LabNet.Claim();
    private readonly int _count;

    public Lab()
        : this(3)
    {
    }

    protected Lab(int count) => _count = count;

    /// <summary>The names of its hosts.</summary>
    public IReadOnlyList<string> Names => [.. Enumerable.Range(1, _count).Select(i => $"h{i}")];

    /// <summary>An inventory of all hosts, in the group <c>lab</c>.</summary>
    public string Inventory => Path.Combine(_folder, "inventory.ini");

    /// <summary>The hosts' keys.</summary>
    public string KnownHosts => Path.Combine(_folder, "known_hosts");

    /// <summary>The private key that every host lets in.</summary>
    public string Key => Path.Combine(_folder, "id_ed25519");

    /// <summary>The user who may log in.</summary>
    public static string User => Environment.UserName;

    /// <summary>The port of every host.</summary>
    public static int Port => LabNet.Port;

    /// <summary>How long its hosts may answer nothing before they count as lost: less than by default, for the tests that wait for it.</summary>
    public static TimeSpan Silence { get; } = TimeSpan.FromSeconds(9);

    /// <summary>What a run needs to know of the lab.</summary>
    public IReadOnlyList<string> Options => ["-i", Inventory, "--known-hosts", KnownHosts, "--silence", $"{Silence.TotalSeconds:0}"];

    /// <summary>The home directory that a run has on this machine.</summary>
    public string LocalHome => Path.Combine(_folder, "local");

    /// <summary>Further lines of every host's sshd_config, which come first and win.</summary>
    protected virtual string SshdLines => "";

    /// <summary>A host's address.</summary>
    public string Address(string host) => $"{_net.Prefix}.0.{host[1..]}";

    /// <summary>Where a host's home directory is on this machine.</summary>
    public string Home(string host) => Path.Combine(_folder, "hosts", host, "home");

    /// <summary>Where the directory is on this machine that comes first on a host's <c>PATH</c>: what is put there stands in for the machine's.</summary>
    public string Bin(string host) => Path.Combine(_folder, "hosts", host, "etc", "bin");

    /// <summary>Where a host's <c>/tmp</c> is on this machine.</summary>
    public string Tmp(string host) => Path.Combine(_folder, "hosts", host, "tmp");

    /// <summary>What a host's daemon has written.</summary>
    public string Log(string host) => Path.Combine(_folder, "hosts", host, "log");

    /// <summary>Ends what is left of jobs, and empties every home and <c>/tmp</c>.</summary>
    public async Task WipeAsync()
    {
        await JobProcesses.EndAsync(Names.Select(Home));
        await RunAsync("wipe", "all");
    }

    /// <summary>Runs a command of the lab, <c>reboot h1</c> say.</summary>
    public async Task<string> RunAsync(params string[] arguments)
    {
        var ended = await Running.RunAsync(
            Repository.Path("tests", "lab", "lab"),
            arguments,
            new Dictionary<string, string>
            {
                ["LAB_DIR"] = _folder,
                ["LAB_NET"] = _net.Prefix,
                ["LAB_PORT"] = $"{LabNet.Port}",
                ["LAB_SSHD_EXTRA"] = SshdLines,
            });
        return ended.With(exitCode: 0).Stdout;
    }

    /// <summary>Runs a line on a host by OpenSSH's own client, and gives what it prints.</summary>
    public Task<string> SshAsync(string host, string line) => RunAsync("ssh", host, line);

    /// <summary>Starts the hosts, and proves each one good with OpenSSH's own client.</summary>
    public virtual async ValueTask InitializeAsync()
    {
        await RunAsync("up", $"{_count}");
        Directory.CreateDirectory(LocalHome);
        await Task.WhenAll(Names.Select(async host => Assert.Equal($"good {User}\n", await SshAsync(host, "echo good $(id -un)"))));
        LabLogs.Add(this);
    }

    public virtual async ValueTask DisposeAsync()
    {
        LabLogs.Remove(this);
        await RunAsync("down");
        _net.Dispose();
        GC.SuppressFinalize(this);
    }
}
