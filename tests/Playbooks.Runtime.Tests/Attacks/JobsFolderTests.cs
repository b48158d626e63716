using System.Diagnostics;
using Playbooks.Jobs;
using Playbooks.Jobs.Finding;
using Playbooks.Runtime.Tests.Connections;

namespace Playbooks.Runtime.Tests.Attacks;

/// <summary>
/// A folder of jobs is used only if nobody but its user and root can change what is in it. The tests run as root; 1234 is an attacker's number.
/// </summary>
[Needs("process")]
public sealed class JobsFolderTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("playbooks-folder-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Base => Path.Join(_directory.FullName, "jobs");

    public void Dispose() => _directory.Delete(recursive: true);

    public static TheoryData<string, string, string> Unsafe
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var shell in Shells.Every)
            {
                data.Add(shell, "mkdir -m 755 jobs; chown 1234 jobs", "{0}/jobs belongs to user id 1234");
                data.Add(shell, "mkdir -m 777 jobs", "every user can write to {0}/jobs");
                data.Add(shell, "mkdir -m 775 jobs; chgrp 1234 jobs", "group id 1234 can write to {0}/jobs");
                data.Add(shell, "mkdir -m 755 jobs; chown 1234 .", "{0} belongs to user id 1234");
                data.Add(shell, "chmod 777 .", "every user can write to {0}");
                data.Add(shell, "mkdir -m 755 his; chown 1234 his; ln -s his jobs", "{0}/his belongs to user id 1234");
                data.Add(shell, "mkdir -m 1777 jobs; mkdir jobs/0; chown 1234 jobs/0", "{0}/jobs/0 belongs to another user");
                data.Add(shell, "mkdir -m 1777 jobs; mkdir -m 700 mine; ln -s ../mine jobs/0", "{0}/jobs/0 belongs to another user");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Unsafe))]
    public async Task A_directory_that_others_could_change_is_rejected(string shell, string folder, string why)
    {
        Run(folder);
        await using var connection = Shells.Connect(shell);
        await using var jobs = new HostJobs(new Host("here"), connection, Base, TimeProvider.System);
        why = why.Replace("{0}", _directory.FullName, StringComparison.Ordinal);

        var refused = await Assert.ThrowsAsync<JobStartException>(() => jobs.StartAsync(Spec("a", $"touch {_directory}/ran"), Token));
        var cleaned = Directory.Exists(Base) ? await Assert.ThrowsAsync<FormatException>(() => jobs.CleanAsync(null, TimeSpan.Zero, Token)) : null;
        var listed = Directory.Exists(Base)
            ? await Assert.ThrowsAsync<UnreachableException>(
                () => new JobSearch(new Host("here"), connection, Base, TimeProvider.System).FindAsync(null, Token))
            : null;

        Assert.Equal(
            $"here: the job cannot be started in {Base}: {why}. Only the job's user and root may have write access to a job's directory. " +
            "Choose another directory with --async-dir.",
            refused.Message);
        Assert.Equal(cleaned is null ? null : $"nothing was removed from {Base}: {why}", cleaned?.Message);
        Assert.Equal(listed is null ? null : $"here: the host's jobs cannot be read: the directory of the jobs is not safe: {why}", listed?.Message);
        Assert.False(File.Exists($"{_directory}/ran"));
    }

    /// <summary>Everybody may make something in it, as in <c>/tmp</c>.</summary>
    [Theory]
    [EachShell(AsPath = true)]
    public async Task In_a_folder_for_all_each_user_has_an_own_one_and_nothing_of_others_counts(string shell)
    {
        var victim = Directory.CreateDirectory(Path.Join(_directory.FullName, "empty", "within")).FullName;
        Run($"""
            mkdir -m 1777 jobs; cd jobs
            mkdir -m 755 fake old1
            printf '%s\n' '"id":"fake","state":"running","started":1,"limit":60,"pid":1' >fake/status.json
            printf '%s\n' '"id":"old1","state":"failed","started":1,"limit":1,"finished":2,"x":0' >old1/status.json
            ln -s {_directory}/empty old1/group
            machine=$(cat /etc/machine-id 2>/dev/null)
            for n in 1 2 3; do ln -s job:fake ".key.nightly@$machine.$n"; done
            chown -hR 1234 fake old1 .key.*
            """);
        await using var connection = Shells.Connect(shell);
        await using var jobs = new HostJobs(new Host("here"), connection, Base, TimeProvider.System);

        var job = await jobs.StartAsync(Spec("a", $"touch {_directory}/ran") with { Key = "nightly" }, Token);
        var end = await jobs.WaitAsync(job, TimeSpan.FromSeconds(1), looked: null, Token);
        var found = await new JobSearch(new Host("here"), connection, Base, TimeProvider.System).FindAsync(null, Token);
        var removed = await jobs.CleanAsync(null, TimeSpan.Zero, Token);

        Assert.Equal((JobState.Succeeded, false, $"{Base}/0/a"), (end.State, job.IsAttached, job.Directory));
        Assert.True(File.Exists($"{_directory}/ran"));
        Assert.Equal(["a"], found.Jobs.Select(one => one.Handle.Id));
        Assert.Equal(["a"], removed);
        Assert.True(Directory.Exists(victim));
        Assert.True(Directory.Exists(Path.Join(Base, "old1")) && File.Exists(Path.Join(Base, "fake", "status.json")));
    }

    private static JobSpec Spec(string id, string script) =>
        new(id, script, TimeSpan.FromSeconds(60)) { Grace = TimeSpan.Zero, Playbook = "p", Task = "t", Run = "r" };

    private void Run(string script)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script]) { WorkingDirectory = _directory.FullName })!;
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }
}
