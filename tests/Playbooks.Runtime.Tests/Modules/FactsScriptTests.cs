using Playbooks.Execution;

namespace Playbooks.Runtime.Tests.Modules;

[Needs("process")]
public sealed class FactsScriptTests : IDisposable
{
    private readonly TestHome _home = new();

    [Theory]
    [EachShell]
    public async Task A_host_tells_what_it_is(string shell)
    {
        var facts = await FactsAsync(shell);

        var token = TestContext.Current.CancellationToken;
        var release = (await File.ReadAllLinesAsync("/etc/os-release", token))
            .Select(line => line.Split('=', 2))
            .ToDictionary(parts => parts[0], parts => parts[^1].Trim('"'));
        var memory = (await File.ReadAllLinesAsync("/proc/meminfo", token))[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        Assert.Equal(("Linux", Environment.MachineName), (facts.System, facts.Hostname));
        Assert.Equal((release["ID"], release["PRETTY_NAME"], true), (facts.Distribution, facts.DistributionName, facts.IsLike(release["ID"])));
        Assert.Equal(release.GetValueOrDefault("VERSION_ID"), facts.DistributionVersion);
        Assert.Equal((await File.ReadAllTextAsync("/proc/sys/kernel/osrelease", token)).Trim(), facts.Kernel);
        Assert.Equal(
            (Environment.ProcessorCount, long.Parse(memory, System.Globalization.CultureInfo.InvariantCulture) * 1024), (facts.Processors, facts.Memory));
        Assert.Equal((Environment.UserName, _home.Directory, "apt"), (facts.User, facts.Home, facts.PackageManager));
        Assert.True(facts.Uptime > TimeSpan.Zero && facts.Uid == 0 && facts.ServiceManager is not null);
    }

    [Theory]
    [EachShell]
    public async Task Addresses_come_from_ip_or_ifconfig(string shell)
    {
        _home.Program("ip", """
            case $* in
              *addr*) printf '2: eth0    inet 10.1.2.3/24 brd 10.1.2.255 scope global eth0\\       valid_lft forever\n2: eth0    inet6 2001:db8::5/64 scope global \\ valid\n' ;;
              *route*) echo '192.0.2.1 via 10.1.2.1 dev eth0 src 10.1.2.3 uid 0 \    cache' ;;
            esac
            """);
        var modern = await FactsAsync(shell);

        _home.OnlyPrograms = true;
        _home.Program("ip", "exit 1");
        _home.Link("uname", "id", "sh", "printf");
        _home.Program(
            "ifconfig",
            "printf 'eth0: flags=4163\n        inet 10.1.2.3  netmask 255.255.255.0\n        inet6 fe80::1  prefixlen 64\n" +
            "        inet6 2001:db8::5  prefixlen 64\nlo:\n        inet 127.0.0.1\n'");
        var old = await FactsAsync($"/usr/bin/{shell}");

        Assert.Equal(["10.1.2.3", "2001:db8::5"], modern.Addresses);
        Assert.Equal("10.1.2.3", modern.DefaultAddress);
        Assert.Equal(["10.1.2.3", "2001:db8::5"], old.Addresses);
        Assert.Equal((null, null), (old.DefaultAddress, old.PackageManager));
    }

    [Theory]
    [EachShell]
    public async Task Names_may_have_spaces_and_a_home_line_ends(string shell)
    {
        _home.Program("uname", "case $1 in -srm) echo 'Darwin 9.8.0 Power Macintosh' ;; -n) echo \"Ann's Mac\" ;; esac");
        _home.Program("id", "case $1 in -un) printf '%s\\n' 'DOM\\new user@x' ;; *) echo 501 ;; esac");
        using var home = new TestHome();
        var odd = home["a\nuid=0\n\nb"];
        var script = $"HOME={ShellText.Quote(odd)}\n{FactsScript.Text}";

        var facts = FactsScript.Parse((await TestShell.RunAsync(shell, script, _home, null, null, TestContext.Current.CancellationToken)).Stdout)!;

        Assert.Equal(("Darwin", "9.8.0", "Power Macintosh", "Ann's Mac"), (facts.System, facts.Kernel, facts.Architecture, facts.Hostname));
        Assert.Equal(("DOM\\new user@x", 501, odd), (facts.User, facts.Uid, facts.Home));
    }

    [Fact]
    public void An_invalid_answer_counts_as_no_answer() => Assert.Null(FactsScript.Parse("sh: uname: not found\n"));

    public void Dispose() => _home.Dispose();

    private async Task<Facts> FactsAsync(string shell)
    {
        var outcome = await TestShell.RunAsync(shell, FactsScript.Text, _home, null, null, TestContext.Current.CancellationToken);
        Assert.Equal("", outcome.Stderr);
        return FactsScript.Parse(outcome.Stdout)!;
    }
}
