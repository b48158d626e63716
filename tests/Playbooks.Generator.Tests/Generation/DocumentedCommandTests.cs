using System.Text.RegularExpressions;
using Playbooks.Execution;
using Playbooks.Generator.Tests.Harness;
using Playbooks.Generator.Tests.Semantics;
using Playbooks.Jobs;

namespace Playbooks.Generator.Tests.Generation;

/// <summary>
/// The real command line takes the command lines of the pages. Those that run a playbook run it to a good end, on scripted hosts. The playbook of
/// <c>dotnet run deploy.cs</c> is the example <c>Deploy</c> of the page, or else the file of that path.
/// </summary>
[Collection(VirtualTimeTests.Name)]
public sealed partial class DocumentedCommandTests
{
    public static TheoryData<string> Pages => [.. Manual.Pages.Where(page => Line().IsMatch(Manual.Text(page)))];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_command_line_of_a_page_is_taken(string page)
    {
        var programs = new Dictionary<string, IReadOnlyList<PlaybookDefinition>>(StringComparer.Ordinal);
        foreach (Match line in Line().Matches(Manual.Text(page)))
        {
            string[] args = [.. CommandLine.Parse($"program {line.Groups["args"].Value}").ToWords().Skip(1)];
            if (args is ["jobs", .. var about])
            {
                AssertTaken(about);
                continue;
            }

            var file = line.Groups["file"].Value;
            if (!programs.TryGetValue(file, out var playbooks))
            {
                programs.Add(file, playbooks = Program(page, file));
            }

            var (exitCode, said) = await RunAsync(page, playbooks, args, line.Groups["variable"].Captures.Select(variable => variable.Value));
            Assert.True(exitCode == 0, $"{line.Value} ended with {exitCode}:\n{said}");
        }
    }

    [Fact]
    public async Task A_line_with_an_option_that_does_not_exist_is_not_taken()
    {
        var (exitCode, said) = await RunAsync("README.md", Program("README.md", "examples/backup.cs"), ["--sauce", "x"], []);

        Assert.Equal(1, exitCode);
        Assert.Contains("There is no option --sauce", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_are_found_in_blocks_and_in_texts_without_what_a_shell_takes_for_itself() => Assert.Equal(
        ["a.cs --check", "b.cs -i 'x y'", "c.cs ", "d.cs ", " jobs tail -f ID"],
        Line()
            .Matches(
                "$ dotnet run a.cs -- --check >log\n" +
                "`dotnet run b.cs -- -i 'x y'` or `dotnet run c.cs`, `dotnet run FILE.cs`, `dotnet run x.cs -- …`\n" +
                "PLAYBOOKS_VAR_X=1 dotnet run d.cs\nPROGRAM jobs tail -f ID     its output\n")
            .Select(line => $"{line.Groups["file"].Value} {line.Groups["args"].Value.TrimEnd()}"));

    /// <summary>What <c>jobs</c> checks before it asks any host.</summary>
    private static void AssertTaken(string[] about)
    {
        var verb = Assert.Single(JobsVerb.All, verb => verb.Name == about[0]);
        var arguments = new RunArguments(about[1..], [], verb.AllOptions);
        arguments.Check(takesWords: true);
        Assert.InRange(arguments.Words.Count, Math.Min(1, verb.MostIds), verb.MostIds);
    }

    private static IReadOnlyList<PlaybookDefinition> Program(string page, string file)
    {
        var record = string.Concat(Path.GetFileNameWithoutExtension(file).Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        var declared = new Regex($@"^public .*\brecord {record}\b", RegexOptions.Multiline);
        var example = Manual.Blocks(page, "csharp").FirstOrDefault(declared.IsMatch);
        var source = example ?? FileDirective().Replace(File.ReadAllText(Path.Combine(Manual.Root, file)), "");
        return [.. LoadedProgram.Of(source).Playbooks];
    }

    private static async Task<(int ExitCode, string Said)> RunAsync(
        string page, IReadOnlyList<PlaybookDefinition> playbooks, IReadOnlyList<string> args, IEnumerable<string> variables)
    {
        var directory = Directory.CreateTempSubdirectory("playbooks-test-");
        try
        {
            var playbook = playbooks.OrderByDescending(playbook => playbook.Info.IsSite).First().Info;
            var limits = args.SkipWhile(arg => arg is not ("-l" or "--limit")).Skip(1).Take(1);
            var inventory = Manual.Blocks(page, "ini").FirstOrDefault() ?? string.Join('\n', GuideHosts.Inventory(playbook, limits));
            await File.WriteAllTextAsync(Path.Combine(directory.FullName, "inventory.ini"), inventory, TestContext.Current.CancellationToken);
            var environment = variables.Select(variable => variable.Split('=', 2))
                .ToDictionary(parts => parts[0], parts => InPlace(parts[1], directory.FullName), StringComparer.Ordinal);

            var hosts = GuideHosts.Of(playbook);
            using var said = new StringWriter();
            using var printed = new MemoryStream();
            var program = new CommandLineProgram(
                new Surroundings
                {
                    ProgramName = "program",
                    Out = printed,
                    Error = said,
                    Environment = environment.GetValueOrDefault,
                    ProgramDirectory = directory.FullName,
                    WorkingDirectory = directory.FullName,
                    Time = hosts.Time,
                    Ask = _ => "secret",
                    Interruptions = _ => Stream.Null,
                    Run = (run, options, token) => PlaybookRun.RunAsync(
                        run, options with { Connector = hosts, Jobs = hosts.Options.Jobs, Effects = hosts.Options.Effects }, token),
                },
                playbooks);
            var exitCode = await hosts.Time.RunAsync(program.RunAsync([.. args.Select(arg => InPlace(arg, directory.FullName))]));
            return (exitCode, $"{said}{System.Text.Encoding.UTF8.GetString(printed.ToArray())}");
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    /// <summary>The inventory of the line is that of the page.</summary>
    private static string InPlace(string arg, string directory) => arg == "inventory.ini" ? Path.Combine(directory, arg) : arg;

    /// <summary>In a block of code, or in code within a line. What a shell takes for itself is cut off.</summary>
    [GeneratedRegex(
        """
        (?<=^|`)(\$\ )?
        ((?<variable>[A-Z_]+=\S+)\ )*
        ( dotnet\ run\ (?<file>[a-z][\w/.-]*\.cs)(\ --\ (?<args>[^`|<>\#\n$…]+))?
        | PROGRAM\ (?<args>jobs\ \w+(\ (?!\ )[^`|>\#\n\ …\[]+)*)
        )
        (?=$|`|\ *[>\#|]|\ \ )
        """,
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Line();

    [GeneratedRegex("^#:.*$", RegexOptions.Multiline)]
    private static partial Regex FileDirective();
}
