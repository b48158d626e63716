using System.Text.RegularExpressions;

namespace Playbooks.Runtime.Tests.Costs;

/// <summary>What strace has seen of a shell and all that came of it.</summary>
internal sealed partial class Trace
{
    private readonly Dictionary<string, List<string>> _programs = [];
    private readonly Dictionary<string, string> _executing = [];
    private string? _root;

    /// <summary>Reads it.</summary>
    internal Trace(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Read(line);
        }
    }

    /// <summary>The processes that were started: each what it has become, as in <c>setsid sh</c>, or <c>a subshell</c>.</summary>
    internal IEnumerable<string> Started => _programs.Values.Select(programs => programs.Count == 0 ? "a subshell" : string.Join(' ', programs));

    private void Read(string line)
    {
        if (Fork().Match(line) is { Success: true } fork)
        {
            _programs.TryAdd(fork.Groups["child"].Value, []);
        }
        else if (Execution().Match(line) is { Success: true } execution)
        {
            _executing[execution.Groups["process"].Value] = Path.GetFileName(execution.Groups["program"].Value);
        }

        // The first shell of all was started by strace.
        if (Executed().Match(line) is { Success: true } executed)
        {
            var process = executed.Groups["process"].Value;
            if (_root is null)
            {
                _root = process;
            }
            else
            {
                _programs.TryAdd(process, []);
                _programs[process].Add(_executing[process]);
            }
        }
    }

    [GeneratedRegex(@"^\d+ +(<\.\.\. )?(fork|vfork|clone3?)[( ].*\) += (?<child>\d+)$")]
    private static partial Regex Fork();

    [GeneratedRegex("^(?<process>\\d+) +execve\\(\"(?<program>[^\"]*)\"")]
    private static partial Regex Execution();

    [GeneratedRegex(@"^(?<process>\d+) +(<\.\.\. )?execve[( ].*\) += 0$")]
    private static partial Regex Executed();
}
