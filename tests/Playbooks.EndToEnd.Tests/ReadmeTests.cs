namespace Playbooks.EndToEnd.Tests;

/// <summary>The commands of the README's section about a folder of one's own, as they are written there.</summary>
public sealed class ReadmeTests(Packages packages)
{
    [Fact]
    public async Task Its_steps_end_in_a_run()
    {
        var readme = await File.ReadAllTextAsync(Repository.Path("README.md"), TestContext.Current.CancellationToken);
        var section = readme.Split("## In a folder of your own")[1].Split("\n## ")[0];
        var commands = section.Split("```console\n").Skip(1).SelectMany(block => block.Split("\n```")[0].Split('\n')).ToList();
        var folder = packages.NewFolder();
        File.Delete(Path.Combine(folder, "nuget.config"));

        Assert.Equal("tools/pack ~/playbooks-packages", commands[0]); // The packages are there already.
        Ended? last = null;
        foreach (var command in commands.Skip(1))
        {
            var words = command.Replace("~/playbooks-packages", packages.Feed, StringComparison.Ordinal)
                .Replace("Playbooks.Templates", $"Playbooks.Templates@{Packages.Version}", StringComparison.Ordinal).Split(' ');
            Assert.Equal("dotnet", words[0]);
            last = (await packages.DotnetAsync(folder, words[1..], "reader")).With(exitCode: 0);
        }

        Assert.Contains("PLAYBOOK disks on 1 host", last!.Stdout, StringComparison.Ordinal);
    }
}
