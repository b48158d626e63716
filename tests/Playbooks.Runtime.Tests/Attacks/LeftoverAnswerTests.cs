using Playbooks.Connections;
using Playbooks.Runtime.Tests.Connections;

namespace Playbooks.Runtime.Tests.Attacks;

/// <summary>What an earlier task has left running, and prints answers, answers in no later task.</summary>
[Needs("process")]
public sealed class LeftoverAnswerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("playbooks-answers-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [EachShell(AsPath = true)]
    public async Task A_look_a_copy_and_a_fetch_get_their_own_answers(string shell)
    {
        await using var host = Shells.Connect(shell);
        var sum = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("x"u8));
        await host.RunAsync(
            $"(while [ -d {_folder} ]; do printf 'c 81a4 1 0 0 1 1 8\\nroot\\nroot\\n{sum}\\nours\\n{_folder}/hers\\n'; sleep 0.01; done) & echo started");
        await File.WriteAllTextAsync(Path.Join(_folder.FullName, "mine"), "mine", Token);
        var context = new ActionContext(new Host("here"), new Play("run", DateTimeOffset.UnixEpoch, [new Host("here")]), host, TimeProvider.System);

        for (var run = 0; run < 10; run++)
        {
            var look = new Stat("/run/not-there");
            Assert.False(look.Parse(await host.RunAsync(new ShellScript(look.ScriptText), Token)).Exists);
            var fetched = await new Fetch($"{_folder}/mine", $"{_folder}/fetched-{run}").RunAsync(context, Token);
            Assert.Equal((null, $"{_folder}/mine", 4), (fetched.Message, fetched.Source, fetched.Size));
            var copied = await Copy.Text("x", $"{_folder}/copied-{run}").RunAsync(context, Token);
            Assert.Equal((null, $"{_folder}/copied-{run}"), (copied.Message, copied.Destination));
        }

        Assert.False(File.Exists($"{_folder}/hers"));
    }
}
