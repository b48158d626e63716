using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Playbooks.Connections.Shells;

/// <summary>
/// A script as it is sent to a long-lived shell. It is one compound command, so that a shell that has received only a part of it runs nothing. A word that
/// cannot be guessed marks its begin and end on standard output and standard error. The <see cref="Functions"/>, which a shell gets before its first script,
/// print these marks.
/// </summary>
internal sealed class Frame
{
    // Follows the exit status of a skipped script.
    private const char Skipped = 's';

    private readonly TaskCompletionSource<int> _began = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<FrameEnd> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int? _status;
    private bool _wasSkipped;
    private bool _hasLeftovers;
    private int _open = 2;

    /// <summary>Frames a script.</summary>
    /// <param name="script">The script.</param>
    /// <param name="readsInput">Whether this is the shell's last script, which reads the rest of the shell's standard input.</param>
    /// <exception cref="FormatException">A shell cannot read the script: it contains a NUL character, or a variable has an invalid name.</exception>
    internal Frame(ShellScript script, bool readsInput = false)
        : this(nonce => Text(script, nonce, readsInput))
    {
    }

    private Frame(Func<string, string> text)
    {
        var nonce = RandomNumberGenerator.GetHexString(20, lowercase: true);
        BeginMark = Encoding.ASCII.GetBytes($"B{nonce}");
        EndMark = Encoding.ASCII.GetBytes($"E{nonce}");
        Bytes = Encoding.UTF8.GetBytes(text(nonce));
    }

    /// <summary>The functions that mark a script's begin and end. The end mark reports how the script ended, and whether it may have left a process.</summary>
    internal static string Functions =>
        $$"""
        {{Leftovers.Functions}}
        playbooks_begin() { echo "$1 $$"; echo "$1" >&2; playbooks_mark; }
        playbooks_end() { playbooks_look; echo "$1 $2 $playbooks_left"; echo "$1" >&2; }

        """;

    /// <summary>The bytes to send to the shell.</summary>
    internal ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Begins the line before the script's output.</summary>
    internal byte[] BeginMark { get; }

    /// <summary>Follows directly after the script's output.</summary>
    internal byte[] EndMark { get; }

    /// <summary>The process id of the shell, once the script has begun. Cancelled if the script never begins.</summary>
    internal Task<int> Began => _began.Task;

    /// <summary>The end of the script, or of its shell.</summary>
    internal Task<FrameEnd> Ended => _ended.Task;

    /// <summary>Creates the last frame of a shell. It begins when the shell is ready for the end of its pipe.</summary>
    internal static Frame Drain() => new(nonce => Leftovers.Drain($"B{nonce}"));

    /// <summary>Takes the line before the script's output.</summary>
    internal void Begin(string line)
    {
        if (int.TryParse(line, NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var processId))
        {
            _began.TrySetResult(processId);
        }
    }

    /// <summary>Takes the line that ends one of the two streams.</summary>
    internal void End(string line)
    {
        if (line.EndsWith('+'))
        {
            _hasLeftovers = true;
            line = line[..^1];
        }

        line = line.TrimEnd();
        if (line.EndsWith(Skipped))
        {
            _wasSkipped = true;
            line = line[..^1];
        }

        if (int.TryParse(line, NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var status))
        {
            // Most shells report 128 plus the signal's number; yash adds 384, ksh 256.
            _status = status < 256 ? status : 128 + (status & 127);
        }

        if (Interlocked.Decrement(ref _open) == 0)
        {
            _ended.TrySetResult(new FrameEnd(_status, Began: true, WasSkipped: _wasSkipped, HasLeftovers: _hasLeftovers));
        }
    }

    /// <summary>Takes the end of the shell.</summary>
    internal void Break(PipeExit exit)
    {
        var began = !_began.TrySetCanceled();
        _ended.TrySetResult(new FrameEnd(null, began, exit));
    }

    // The shell's own standard error is closed while it waits, because the shell would report a killed script with the whole text of the command, including
    // secrets. The script gets the real one through descriptor 9, which is then closed. The colon is for dash and busybox: in `{ (…) 2>&9; } 9>&2` they
    // forget the inner redirections.
    private static string Text(ShellScript script, string nonce, bool readsInput)
    {
        if (script.Text.Contains('\0', StringComparison.Ordinal))
        {
            throw new FormatException("The script contains a NUL character, which shells cannot read.");
        }

        var input = readsInput ? "" : " </dev/null";
        var text = new StringBuilder(script.Text.Length + 300);
        text.Append(CultureInfo.InvariantCulture, $"{{ playbooks_begin B{nonce}; {{ :; ");
        if (script.SkipScript is { } skip)
        {
            text.Append("playbooks_skipped=; ");
            Subshell(text, skip, script.Env, " </dev/null");
            text.Append(CultureInfo.InvariantCulture, $"; case $? in 0) playbooks_skipped={Skipped} ;; {ShellScript.MustRun}) ");
            Subshell(text, script.Text, script.Env, input);
            text.Append(" ;; *) false ;; esac");
        }
        else
        {
            Subshell(text, script.Text, script.Env, input);
        }

        var skipped = script.SkipScript is null ? "" : "$playbooks_skipped";
        text.Append(CultureInfo.InvariantCulture, $"; }} 9>&2 2>/dev/null; playbooks_end E{nonce} $?{skipped}{(readsInput ? "; exit" : "")}; }}\n");
        return text.ToString();
    }

    private static void Subshell(StringBuilder text, string script, IReadOnlyDictionary<string, string>? env, string input)
    {
        text.Append("(\n");
        foreach (var (name, value) in env ?? new Dictionary<string, string>())
        {
            text.Append(CultureInfo.InvariantCulture, $"export {Name(name)}={Value(name, value)}\n");
        }

        text.Append("cd 2>/dev/null || cd /\neval ").Append(ShellText.Quote(script)).Append("\n) 2>&9 9>&-").Append(input);
    }

    private static string Name(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? name
            : throw new FormatException($"'{name}' is not a valid name of an environment variable: use letters, digits and '_'.");

    private static string Value(string name, string value) =>
        value.Contains('\0', StringComparison.Ordinal)
            ? throw new FormatException($"The environment variable {name} contains a NUL character.")
            : ShellText.Quote(value);
}
