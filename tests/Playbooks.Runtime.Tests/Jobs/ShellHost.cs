using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Playbooks.Connections;
using Playbooks.Connections.Local;

namespace Playbooks.Runtime.Tests.Jobs;

/// <summary>This machine as a host whose <c>sh</c> is a given shell, with a home of its own, over connections that can be lost.</summary>
internal sealed class ShellHost : IHostConnection
{
    private readonly ConcurrentBag<ShellPipe> pipes = [];
    private readonly string bin;
    private readonly string path;

    /// <summary>Makes it.</summary>
    /// <param name="shell">The program that is its <c>sh</c>; a host of <c>busybox</c> has no other tools than busybox's.</param>
    /// <param name="tools">All the tools that it has, where that is not this machine's.</param>
    internal ShellHost(string shell, params string[] tools)
    {
        Root = Directory.CreateTempSubdirectory("playbooks-jobs-").FullName;
        Home = Directory.CreateDirectory(Path.Combine(Root, "home")).FullName;
        bin = Directory.CreateDirectory(Path.Combine(Root, "bin")).FullName;
        if (shell == "busybox")
        {
            using var install = Process.Start("busybox", ["--install", "-s", bin]);
            install.WaitForExit();
            File.Delete(Path.Combine(bin, "sh"));
        }

        foreach (var tool in tools)
        {
            File.CreateSymbolicLink(Path.Combine(bin, tool), $"/usr/bin/{tool}");
        }

        File.CreateSymbolicLink(Path.Combine(bin, "sh"), $"/usr/bin/{shell}");
        path = shell == "busybox" || tools.Length > 0 ? bin : $"{bin}:/usr/bin:/bin";
    }

    internal string Root { get; }

    internal string Home { get; }

    internal string JobsDirectory => Path.Combine(Home, ".playbooks_async");

    /// <summary>Further variables of the environment of its shells.</summary>
    internal Dictionary<string, string> Environment { get; } = [];

    /// <summary>Whether it cannot be reached.</summary>
    internal bool IsCut { get; set; }

    /// <summary>What a start-up file of its user prints into each pipe.</summary>
    internal string Noise { get; set; } = "";

    internal int PipesOpened => pipes.Count;

    /// <summary>Replaces one of its tools by a script.</summary>
    internal void Replace(string tool, string script)
    {
        var file = Path.Combine(bin, tool);
        File.Delete(file);
        Executable.Put(file, script);
    }

    /// <summary>Says that its user is not root, who looks for jobs in the homes of this machine too.</summary>
    internal void IsNotRoot() => Replace("id", "[ \"$*\" != -u ] || { echo 1000; exit; }\nPATH=/usr/bin:/bin exec id \"$@\"");

    /// <summary>Kills the shells behind the open pipes.</summary>
    internal void KillPipes()
    {
        foreach (var pipe in pipes)
        {
            pipe.Kill();
        }
    }

    public async Task<ScriptOutcome> RunAsync(ShellScript script, CancellationToken cancellationToken)
    {
        ThrowIfCut();
        return await FeedAsync($"(\n{script.Text}\n) </dev/null\n", cancellationToken);
    }

    /// <summary>Gives a shell exactly this on its standard input.</summary>
    internal async Task<ScriptOutcome> FeedAsync(string text, CancellationToken cancellationToken)
    {
        using var process = Shell();
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read all.
        }

        var stdout = ReadAsync(process.StandardOutput.BaseStream, cancellationToken);
        var stderr = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return new ScriptOutcome { Rc = process.ExitCode, Output = await stdout, Stderr = await stderr };
    }

    public Task<IPipe> OpenShellAsync(string? user, IPipeSink sink, CancellationToken cancellationToken)
    {
        ThrowIfCut();
        sink.Output(Encoding.UTF8.GetBytes(Noise));
        var pipe = new ShellPipe(Shell(), sink);
        pipes.Add(pipe);
        return Task.FromResult<IPipe>(pipe);
    }

    public Task<ScriptOutcome> SendAsync(ShellScript script, Stream input, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task ResetAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Root, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task<byte[]> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    private void ThrowIfCut()
    {
        if (IsCut)
        {
            throw new UnreachableException("here", "The connection to here was cut.");
        }
    }

    private Process Shell()
    {
        var start = new ProcessStartInfo(Path.Combine(bin, "sh"))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = Home,
        };
        start.Environment.Clear();
        start.Environment["HOME"] = Home;
        start.Environment["PATH"] = path;
        start.Environment["LANG"] = "C.UTF-8";
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        // As over SSH.
        ChildSignals.Reset();
        return Process.Start(start)!;
    }
}
