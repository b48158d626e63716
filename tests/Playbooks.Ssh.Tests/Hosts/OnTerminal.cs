using Playbooks.Ssh.Tests.Examples;

namespace Playbooks.Ssh.Tests.Hosts;

/// <summary>A program on a terminal of its own, whose question is answered.</summary>
internal static class OnTerminal
{
    // The answer comes from a file, so that it is in no argument and no environment. What the terminal shows is standard output.
    private const string Script =
        """
        import os, pty, sys
        answer = open(sys.argv[1], 'rb').read()
        pid, terminal = pty.fork()
        if pid == 0:
            os.execvp(sys.argv[2], sys.argv[2:])
        shown, asked = b'', False
        while True:
            try:
                data = os.read(terminal, 65536)
            except OSError:
                break
            if not data:
                break
            shown += data
            if not asked and b'password: ' in shown:
                asked = True
                os.write(terminal, answer + b'\n')
        sys.stdout.buffer.write(shown)
        sys.stdout.flush()
        sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
        """;

    /// <summary>Runs it to its end.</summary>
    internal static async Task<Ended> RunAsync(PlaybookFile program, string home, string answer, IEnumerable<string> options)
    {
        var file = Path.Combine(home, "answer");
        await File.WriteAllTextAsync(file, answer);
        var ended = await program.RunBehindAsync("python3", ["-c", Script, file], home, options);
        File.Delete(file);
        return ended;
    }
}
