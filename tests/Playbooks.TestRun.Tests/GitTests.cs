using Playbooks.TestRun.Changes;

namespace Playbooks.TestRun.Tests;

[Needs("process")]
public sealed class GitTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("git.").FullName;
    private readonly SharedOutput _output = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commits_changes_and_new_files_count_since_the_branch_left()
    {
        await CommitAsync("old", "moved");
        await GitAsync("update-ref", "refs/remotes/origin/main", "HEAD");
        await GitAsync("mv", "moved", "there");
        await CommitAsync("committed");
        Write("old");
        Write("ä new");

        Assert.Equal(["committed", "moved", "old", "there", "ä new"], await ChangedAsync(null));
        Assert.Equal(["old", "ä new"], await ChangedAsync("HEAD"));
    }

    [Fact]
    public async Task Without_an_origin_only_what_is_not_committed_counts()
    {
        await CommitAsync("old");
        Write("new");

        Assert.Equal(["new"], await ChangedAsync(null));
        Assert.StartsWith("There is no origin/main to compare with: only what is not committed counts.\n", _output.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _output.Dispose();
    }

    private Task<IReadOnlyList<string>> ChangedAsync(string? commit) => new Git(_folder, new Report(_output)).ChangedAsync(commit, Token);

    private async Task CommitAsync(params string[] files)
    {
        await GitAsync("init", "--quiet");
        foreach (var file in files)
        {
            Write(file);
        }

        await GitAsync("add", ".");
        await GitAsync("-c", "user.name=me", "-c", "user.email=me@here", "commit", "--quiet", "-m", "why");
    }

    private void Write(string file) => File.AppendAllText(Path.Combine(_folder, file), $"{file}\n");

    private async Task GitAsync(params string[] arguments)
    {
        var ended = await Tool.RunAsync("git", arguments, _folder, Token);
        Assert.True(ended.ExitCode == 0, ended.Errors);
    }
}
