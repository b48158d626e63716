namespace Playbooks.Ssh.Tests;

/// <summary>The README's first command, as it is written there, where nothing but the .NET SDK is installed.</summary>
[Collection("examples")]
public sealed class CommandsOfTheReadmeTests
{
    [Fact]
    public async Task The_first_one_makes_a_backup_of_this_machine()
    {
        var readme = await File.ReadAllLinesAsync(Repository.Path("README.md"), TestContext.Current.CancellationToken);
        var command = readme.Select(line => line.Trim()).First(line => line.StartsWith("dotnet run ", StringComparison.Ordinal));
        var words = command.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);

        var run = await Running.RunAsync(words[0], words[1..]);

        Assert.Contains("Backup completed: ", run.With(exitCode: 0).Stdout, StringComparison.Ordinal);
    }
}
