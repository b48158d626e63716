using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Examples;

/// <summary>Every mistake gets a line that says what, where and what to do, and its exit code; nothing is half done and unsaid.</summary>
public sealed class BadInputTests(Lab lab) : IClassFixture<Lab>
{
    private static readonly PlaybookFile _probe = PlaybookFile.Program("probe");

    [Fact]
    public async Task No_inventory_file() =>
        Says(await RunAsync(["-i", "/no/such/inventory.ini"]), exitCode: 1, "/no/such/inventory.ini");

    [Fact]
    public async Task A_line_of_the_inventory_that_is_wrong() =>
        Says(await RunAsync(["-i", Put("wrong.ini", "[web\nh1\n")]), exitCode: 1, "wrong.ini", "1");

    [Fact]
    public async Task An_unknown_host_pattern() =>
        Says(await RunAsync([.. lab.Options, "-l", "h33"]), exitCode: 1, "h33");

    [Fact]
    public async Task A_missing_variable() =>
        Says(await _probe.RunAsync(lab), exitCode: 1, "--text");

    [Fact]
    public async Task A_wrong_type() =>
        Says(await RunAsync([.. lab.Options, "--count", "many"]), exitCode: 1, "--count", "many");

    [Fact]
    public async Task An_unknown_option() =>
        Says(await RunAsync([.. lab.Options, "--colour"]), exitCode: 1, "--colour");

    [Fact]
    public async Task A_key_that_is_not_there() =>
        Says(await RunAsync(["-i", WithoutKey(), "--known-hosts", lab.KnownHosts, "--private-key", "/no/such/key"]), exitCode: 1, "/no/such/key");

    [Fact]
    public async Task A_key_that_cannot_be_read() =>
        Says(await RunAsync(["-i", WithoutKey(), "--known-hosts", lab.KnownHosts, "--private-key", Put("garbage", "no key\n")]), exitCode: 1, "garbage");

    [Fact]
    public async Task An_unknown_host_key() =>
        Says(await RunAsync(["-i", lab.Inventory, "--known-hosts", Put("empty", "")]), exitCode: 4, "h1", "SHA256:", "known");

    [Fact]
    public async Task A_changed_host_key()
    {
        var keys = (await File.ReadAllLinesAsync(lab.KnownHosts, TestContext.Current.CancellationToken)).Select(line => line.Split(' ', 2)).ToArray();
        var swapped = keys.Select((key, i) => $"{key[0]} {keys[(i + 1) % keys.Length][1]}\n");

        Says(await RunAsync(["-i", lab.Inventory, "--known-hosts", Put("swapped", string.Concat(swapped))]), exitCode: 4, "h1", "SHA256:", "changed");
    }

    [Fact]
    public async Task A_refused_connection()
    {
        await lab.RunAsync("stop", "h3");
        try
        {
            var run = await RunAsync([.. lab.Options]);

            Says(run, exitCode: 4, "h3", $"{lab.Address("h3")}:{Lab.Port}", "refused");
            Assert.True(File.Exists(Path.Combine(lab.Home("h1"), "probed")), "The other hosts go on.");
        }
        finally
        {
            await lab.RunAsync("start", "h3");
        }
    }

    [Fact]
    public async Task A_command_that_is_not_there() =>
        Says(await RunAsync([.. lab.Options, "--program", "no-such-program"]), exitCode: 2, "h1", "no-such-program");

    [Fact]
    public async Task A_job_directory_that_cannot_be_written() =>
        Says(await RunAsync([.. lab.Options, "--async-dir", "/proc/jobs"]), exitCode: 2, "h1", "/proc/jobs");

    [Fact]
    public async Task A_limit_of_zero_does_not_compile()
    {
        var folder = Directory.CreateDirectory(Path.Combine(lab.LocalHome, "zero")).FullName;
        await WriteAsync("Directory.Build.props", $"<Project><Import Project=\"{Repository.Path("examples", "Directory.Build.props")}\" /></Project>");
        await WriteAsync("zero.cs", $$"""
            #:project {{Repository.Path("runtime", "Playbooks", "Playbooks.csproj")}}
            using Playbooks;

            [Playbook("all")]
            public partial record Zero
            {
                [Async(0)]
                public Command Nothing => new("true");
            }
            """);

        var build = await Running.RunAsync("dotnet", ["build", Path.Combine(folder, "zero.cs")]);

        build.With(exitCode: 1);
        Assert.Contains("zero.cs(7,", build.Stdout, StringComparison.Ordinal);
        Assert.Contains("PB0007", build.Stdout, StringComparison.Ordinal);

        Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(folder, name), text);
    }

    /// <summary>A second <c>dotnet run</c> builds nothing, and would show nothing.</summary>
    [Fact]
    public async Task A_warning_stops_a_program_of_one_file_unless_a_property_says_otherwise()
    {
        var folder = Directory.CreateDirectory(Path.Combine(lab.LocalHome, "warning")).FullName;
        foreach (var name in new[] { "props", "targets" })
        {
            await WriteAsync($"Directory.Build.{name}", $"""
                <Project>
                  <Import Project="{Repository.Path("runtime", "Playbooks", "buildTransitive", $"Playbooks.{name}")}" />
                  <ItemGroup Condition="'{name}' == 'props'">
                    <ProjectReference Include="{Repository.Path("generator", "Playbooks.Generator", "Playbooks.Generator.csproj")}" OutputItemType="Analyzer" ReferenceOutputAssembly="false" />
                  </ItemGroup>
                </Project>
                """);
        }

        await WriteAsync("warned.cs", Program(""));
        await WriteAsync("allowed.cs", Program("#:property PlaybooksWarningsAsErrors=false"));

        var warned = (await Running.RunAsync("dotnet", ["build", Path.Combine(folder, "warned.cs")])).With(exitCode: 1);
        var allowed = (await Running.RunAsync("dotnet", ["build", Path.Combine(folder, "allowed.cs")])).With(exitCode: 0);

        Assert.Contains("error PB0026", warned.Stdout, StringComparison.Ordinal);
        Assert.Contains("warning PB0026", allowed.Stdout, StringComparison.Ordinal);

        string Program(string property) => $$"""
            #:project {{Repository.Path("runtime", "Playbooks", "Playbooks.csproj")}}
            {{property}}
            using Playbooks;

            [Playbook("all")]
            public partial record Warned
            {
                public Command Done => new("true");

                Command Forgotten => new("true");
            }
            """;

        Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(folder, name), text);
    }

    private Task<Ended> RunAsync(string[] options) => _probe.RunAsync(lab.LocalHome, [.. options, "--text", "x"]);

    private static void Says(Ended run, int exitCode, params string[] words)
    {
        run.With(exitCode);
        var said = run.Stdout + run.Stderr;
        Assert.All(words, word => Assert.Contains(word, said, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        if (exitCode == 1)
        {
            Assert.InRange(run.Stderr.TrimEnd().Split('\n').Length, 1, 2);
        }
    }

    private string WithoutKey() => Put(
        "without-key.ini",
        string.Join('\n', File.ReadLines(lab.Inventory).Where(line => !line.Contains("private_key", StringComparison.Ordinal))));

    private string Put(string name, string text)
    {
        var path = Path.Combine(lab.LocalHome, name);
        File.WriteAllText(path, text);
        return path;
    }
}
