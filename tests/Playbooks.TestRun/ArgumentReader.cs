using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;

namespace Playbooks.TestRun;

/// <summary>Reads the command line.</summary>
internal sealed class ArgumentReader
{
    internal const string Usage =
        """
        usage: tests/run [OPTION...] [SUITE...]

          tests/run                    everything
          tests/run unit               the tests that need neither other programs nor the lab
          tests/run attacks            what attackers try: the tests in the folders of that name
          tests/run SUITE...           only these: endtoend, generator, runtime, ssh, testrun

        Options; unit and names of suites go with each of them, attacks with --seed and --all:
          -t PATTERN                   tests whose Namespace.Class.Method contains this; * stands for anything
          --failed                     tests that failed in the last run
          --changed [COMMIT]           tests that changes since a commit can affect (default: since the branch left origin/main)
          --repeat N CLASS             one class, N times, whatever happens
          --seed N                     take another part of what is sampled; any picks one, and says which;
                                       the seed that a failure names brings its random playbooks back
          --all                        sample nothing, take everything
          -h, --help                   show this, and stop

        The last line is "N passed, N failed, N skipped" over all suites. The exit code is 0 only if something ran and nothing failed.
        A build that fails, a suite that crashes and one that does not end in time count as one failure each.
        What a run keeps is in artifacts/tests: failed.txt, the stacks of what did not end, and logs.
        What is missing is installed from Debian's packages, where this is root or sudo asks for no password.

        """;

    private const string Unit = "unit";
    private const string Attacks = "attacks";

    private const string AttacksPattern = ".Attacks.";

    private readonly Argument<string[]> _words = new("SUITE") { Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _pattern = new("-t") { Arity = ArgumentArity.ExactlyOne };
    private readonly Option<bool> _failed = new("--failed") { Arity = ArgumentArity.Zero };
    private readonly Option<string?> _changed = new("--changed") { Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string[]> _repeat = new("--repeat") { Arity = new ArgumentArity(2, 2), AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> _seed = new("--seed") { Arity = ArgumentArity.ExactlyOne };
    private readonly Option<bool> _all = new("--all") { Arity = ArgumentArity.Zero };
    private readonly Option<bool> _help = new("--help", "-h") { Arity = ArgumentArity.Zero };
    private readonly Option<bool> _needs = new("--needs") { Arity = ArgumentArity.Zero };

    /// <summary>Reads it, and says what is wrong with it.</summary>
    internal Arguments Read(IReadOnlyList<string> args, IReadOnlyList<Suite> suites)
    {
        var command = new Command("tests/run") { _words, _pattern, _failed, _changed, _repeat, _seed, _all, _help, _needs };
        var result = command.Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        if (result.Errors.Count > 0)
        {
            throw new UsageException(result.Errors[0].Message);
        }

        var words = (result.GetValue(_words) ?? []).Select(word => word.ToLowerInvariant()).ToList();
        Check(words, suites);
        var isAttacks = words.Contains(Attacks);
        var choosing = new Option[] { _pattern, _failed, _changed, _repeat }
            .Where(option => result.GetResult(option) is { Implicit: false })
            .Select(option => option.Name);
        if (choosing.Concat(isAttacks ? [Attacks] : []).ToList() is [var one, var other, ..])
        {
            throw new UsageException($"{one} and {other} do not go together.");
        }

        var repeat = result.GetValue(_repeat) ?? [];
        return new Arguments
        {
            Suites = [.. words.Where(word => word is not (Unit or Attacks))],
            IsUnitOnly = words.Contains(Unit),
            Pattern = isAttacks ? AttacksPattern : result.GetValue(_pattern),
            IsFailed = result.GetValue(_failed),
            IsChanged = result.GetResult(_changed) is { Implicit: false },
            Commit = result.GetValue(_changed),
            Rounds = repeat.Length == 0 ? null : Rounds(repeat[0]),
            Class = repeat.Length == 0 ? null : repeat[1],
            Seed = Seed(result.GetValue(_seed)),
            IsAll = result.GetValue(_all),
            IsHelp = result.GetValue(_help),
            AsksForNeeds = result.GetValue(_needs),
        };
    }

    private static void Check(IReadOnlyList<string> words, IReadOnlyList<Suite> suites)
    {
        string[] known = [Unit, Attacks, .. suites.Select(suite => suite.Name)];
        foreach (var word in words.Where(word => !known.Contains(word)))
        {
            throw new UsageException(word.StartsWith('-')
                ? $"There is no option {word}. See tests/run --help."
                : $"There is no suite '{word}'. There are: {string.Join(", ", known)}.");
        }
    }

    private static int Rounds(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) && rounds > 0
            ? rounds
            : throw new UsageException($"--repeat takes a number and a class, and '{text}' is no number of rounds.");

    private static string? Seed(string? text) =>
        text == "any" ? $"{RandomNumberGenerator.GetInt32(int.MaxValue)}"
        : text is null || text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') ? text
        : throw new UsageException($"--seed takes a number, 'any' or the seed that a failure names, and not '{text}'.");
}
