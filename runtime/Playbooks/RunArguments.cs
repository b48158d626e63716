using System.CommandLine;
using System.Globalization;
using Playbooks.Generated;
using OptionCommand = System.CommandLine.Command;

namespace Playbooks;

/// <summary>The parsed arguments of a run. Errors are reported in our own words.</summary>
internal sealed class RunArguments
{
    private const int MostSilence = 86400;
    private const int MostKept = 1024 * 1024;

    private static readonly ParserConfiguration s_configuration = new() { ResponseFileTokenReplacer = null };

    private readonly Dictionary<string, Option<string[]>> _options = new(StringComparer.Ordinal);
    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);
    private readonly HashSet<string> _needValue = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> _args;
    private readonly ParseResult _result;

    /// <summary>Parses arguments.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="variables">The variables of the playbook.</param>
    /// <param name="options">The options that exist; <see langword="null"/> for those of a run.</param>
    /// <exception cref="UsageException">A variable has the name of an option.</exception>
    internal RunArguments(IReadOnlyList<string> args, IReadOnlyList<Variable> variables, IReadOnlyList<ProgramOption>? options = null)
    {
        var command = new OptionCommand("run");
        foreach (var option in options ?? ProgramOption.All)
        {
            Add(command, option.Name, option.Short, option.Value is null ? ArgumentArity.Zero : ArgumentArity.OneOrMore);
        }

        foreach (var variable in variables)
        {
            var name = $"--{variable.Name}";
            if (_options.ContainsKey(name))
            {
                throw new UsageException($"The variable {variable.Member} conflicts with the program's option {name}. Rename the variable in the playbook.");
            }

            if (variable.IsSecret)
            {
                _secrets.Add($"--{variable.Name[..^SecretOption.Ending.Length]}");
            }

            Add(command, name, null, variable.IsSwitch ? ArgumentArity.ZeroOrMore : ArgumentArity.OneOrMore);
        }

        _args = args;
        _result = command.Parse(Separated(args), s_configuration);
    }

    internal bool IsHelp => Is(ProgramOption.Help);

    internal bool IsListHosts => Is(ProgramOption.ListHosts);

    internal bool IsListTasks => Is(ProgramOption.ListTasks);

    internal bool IsListTags => Is(ProgramOption.ListTags);

    internal IReadOnlyList<string> Tags => Names(ProgramOption.Tags);

    internal IReadOnlyList<string> SkipTags => Names(ProgramOption.SkipTags);

    internal string? StartAt => Last(ProgramOption.StartAt);

    internal bool AsksBecomePassword => Is(ProgramOption.AskBecomePassword);

    internal bool IsJson => Last(ProgramOption.Format) == "json";

    internal int Verbosity => _result.GetResult(_options[ProgramOption.Verbose.Name])?.IdentifierTokenCount ?? 0;

    internal IReadOnlyList<string> Inventories => Texts(ProgramOption.Inventory.Name) ?? [];

    /// <summary>The arguments that do not belong to an option.</summary>
    internal IReadOnlyList<string> Words => _result.UnmatchedTokens;

    /// <summary>Checks that every argument is known and complete.</summary>
    /// <param name="takesWords">Whether arguments that do not belong to an option are allowed.</param>
    /// <exception cref="UsageException">An argument is unknown or incomplete.</exception>
    internal void Check(bool takesWords = false)
    {
        foreach (var name in _needValue)
        {
            if (Texts(name) is { } texts)
            {
                CheckValues(name, texts);
            }
        }

        if (_args is [['[', ..] directive, ..])
        {
            // The parser treats it as one of its own directives, and reports no error.
            throw Unknown(directive);
        }

        if (Words.FirstOrDefault(word => !takesWords || word.StartsWith('-')) is { } unknown)
        {
            throw Unknown(unknown);
        }

        if (!takesWords && _result.Errors.Count > 0)
        {
            throw new UsageException(_result.Errors[0].Message);
        }

        if (Last(ProgramOption.Format) is { } format and not ("plain" or "json"))
        {
            throw new UsageException($"--output is '{format}'. Use plain or json.");
        }
    }

    /// <summary>Returns the last value of an option; <see langword="null"/> if it was not given.</summary>
    internal string? Last(ProgramOption option) => Texts(option.Name) is [.., var last] ? last : null;

    /// <summary>Returns how many hosts work at the same time; <see langword="null"/> for all.</summary>
    /// <exception cref="UsageException">The value is not a number from 1.</exception>
    internal int? Forks()
    {
        if (Last(ProgramOption.Forks) is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var forks) && forks > 0
            ? forks
            : throw new UsageException($"--forks is '{text}'. Write how many hosts may work at the same time: a whole number, at least 1.");
    }

    /// <summary>Returns how long a host may be silent.</summary>
    /// <exception cref="UsageException">The value is not a valid number of seconds.</exception>
    internal TimeSpan Silence()
    {
        if (Last(ProgramOption.Silence) is not { } text)
        {
            return new RunOptions().Silence;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= MostSilence
            ? TimeSpan.FromSeconds(seconds)
            : throw new UsageException(
                $"--silence is '{text}'. Write a whole number of seconds from 1 to {MostSilence}, " +
                "after which a connection without an answer counts as lost.");
    }

    /// <summary>Returns how many bytes of output the results keep.</summary>
    /// <exception cref="UsageException">The value is not a valid number of MiB.</exception>
    internal long KeptOutput()
    {
        if (Last(ProgramOption.KeepOutput) is not { } text)
        {
            return new RunOptions().KeptOutput;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var mebibytes) && mebibytes is > 0 and <= MostKept
            ? mebibytes * 1024L * 1024
            : throw new UsageException(
                $"--keep-output is '{text}'. Write how many MiB of output the results of all hosts keep in memory, from 1 to {MostKept}.");
    }

    /// <summary>Returns the values that were given for a variable; <see langword="null"/> if none were.</summary>
    internal IReadOnlyList<string>? Texts(Variable variable) =>
        Texts($"--{variable.Name}") is { } texts ? (texts.Count == 0 ? ["true"] : texts) : null;

    /// <summary>Returns whether an option without a value was given.</summary>
    internal bool Is(ProgramOption option) => Texts(option.Name) is not null;

    private string[] Names(ProgramOption option) =>
        [.. (Texts(option.Name) ?? []).SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    private void Add(OptionCommand command, string name, string? shortName, ArgumentArity arity)
    {
        var option = new Option<string[]>(name) { Arity = arity };
        if (shortName is not null)
        {
            option.Aliases.Add(shortName);
        }

        if (arity.MinimumNumberOfValues > 0)
        {
            _needValue.Add(name);
        }

        _options.Add(name, option);
        command.Add(option);
    }

    /// <summary>Splits <c>--name=</c> into two arguments, because the parser would take the next argument as the value.</summary>
    private static IReadOnlyList<string> Separated(IReadOnlyList<string> args)
    {
        List<string>? separated = null;
        for (var i = 0; i < args.Count; i++)
        {
            var isOpen = args[i].Length > 3
                && args[i].StartsWith("--", StringComparison.Ordinal)
                && args[i].IndexOf('=', StringComparison.Ordinal) == args[i].Length - 1;
            if (isOpen)
            {
                separated ??= [.. args.Take(i)];
                separated.Add(args[i][..^1]);
                separated.Add("");
            }
            else
            {
                separated?.Add(args[i]);
            }
        }

        return separated ?? args;
    }

    private List<string>? Texts(string name)
    {
        // An option that this command does not have was not given.
        if (!_options.TryGetValue(name, out var option) || _result.GetResult(option) is not { Implicit: false } result)
        {
            return null;
        }

        var texts = new List<string>(result.Tokens.Count);
        foreach (var token in result.Tokens)
        {
            texts.Add(token.Value);
        }

        return texts;
    }

    private void CheckValues(string name, List<string> texts)
    {
        if (texts.Count == 0 || texts.Count < _result.GetResult(_options[name])!.IdentifierTokenCount)
        {
            throw new UsageException($"{name} needs a value.");
        }

        foreach (var text in texts)
        {
            if (_options.ContainsKey(text) && _args.Contains(text))
            {
                throw new UsageException($"{name} needs a value. If {text} is the value, write {name}={text}.");
            }
        }
    }

    private UsageException Unknown(string token)
    {
        if (!token.StartsWith('-') || token.Length == 1)
        {
            return new($"'{token}' does not belong to an option. Write each value after its option, as in --limit web1.");
        }

        if (AnsibleOptions.Answer(token, _args.SkipWhile(arg => arg != token).Skip(1).FirstOrDefault(), _options.Keys) is { } answer)
        {
            return new(answer);
        }

        var equals = token.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? token : token[..equals];
        if (_secrets.Contains(name))
        {
            return new(
                "A secret cannot be an argument, because other users of this machine could see it. " +
                $"Use {name}{SecretOption.Ending} to name a file that contains the secret, " +
                "or set the secret in the environment.");
        }

        var question = NearestName.Question(name, _options.Keys);
        return new($"There is no option {name}.{(question.Length > 0 ? question : " --help lists the options.")}");
    }
}
