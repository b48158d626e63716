using Playbooks.Execution.Selection;
using Playbooks.Generated;
using Playbooks.Jobs;
using Playbooks.Output;

namespace Playbooks;

/// <summary>A program with playbooks, from its arguments to its exit code.</summary>
internal sealed class CommandLineProgram(Surroundings surroundings, IReadOnlyList<PlaybookDefinition> playbooks)
{
    private const int NothingRan = 1;

    private static readonly PlaybookInfo s_everyHost = new(ProgramCommand.Jobs, InventoryFormat.All, []);

    private readonly OutputStream _out = new(surroundings.Out, surroundings.Error);
    private RunArguments? _arguments;
    private JsonOutput? _json;

    internal Task<int> RunAsync(string[] args) => JudgeAsync(args, () => DispatchAsync(args));

    /// <summary>Runs a playbook with its caller's options. If these have no output, the output is that of the command line.</summary>
    internal Task<int> RunAsync(RunnablePlaybook playbook, RunOptions options, CancellationToken cancellationToken) => JudgeAsync(
        [],
        () => RunInterruptibleAsync(
            playbook, options with { Output = options.Output ?? new PlainOutput(_out, options.FollowJobs ? 1 : 0) }, cancellationToken));

    private async Task<int> JudgeAsync(string[] args, Func<Task<int>> run)
    {
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (UsageException wrong)
        {
            return Fail(args, wrong.Message, wrong);
        }
        catch (Exception defect)
        {
            return Fail(
                args,
                $"The program itself failed, not a host: {defect.GetType().Name}: " +
                $"{defect.Message}{(Arguments(args).Verbosity < 3 ? " (-vvv shows the stack trace)" : "")}",
                defect);
        }
    }

    private async Task<int> DispatchAsync(string[] args)
    {
        if (args is [ProgramCommand.List, .. var more])
        {
            return More(more);
        }

        if (args is [ProgramCommand.Jobs, .. var about])
        {
            return await JobsAsync(about).ConfigureAwait(false);
        }

        if (playbooks.Count == 0)
        {
            throw new UsageException("This program has no playbook. Write a partial record with [Playbook].");
        }

        if (playbooks.FirstOrDefault(playbook => ProgramCommand.Reserved.Contains(playbook.Info.Name)) is { } reserved)
        {
            throw new UsageException(
                $"The name of the playbook '{reserved.Info.Name}' is reserved for a command of this or a later version. Rename the playbook's record.");
        }

        var isNamed = args.Length > 0 && !args[0].StartsWith('-');
        if ((isNamed ? Find(args[0]) : Main()) is not { } playbook)
        {
            return Several(args);
        }

        _arguments = new RunArguments(isNamed ? args[1..] : args, playbook.Variables);
        if (_arguments.IsHelp)
        {
            return Print(PlaybookTexts.Help(surroundings, playbook, isOnly: playbooks.Count == 1));
        }

        _arguments.Check();
        return _arguments.IsListHosts || _arguments.IsListTasks || _arguments.IsListTags
            ? List(playbook.Info, _arguments)
            : await RunAsync(playbook, _arguments).ConfigureAwait(false);
    }

    private int More(string[] more) =>
        more.Length == 0
            ? Print(PlaybookTexts.List(playbooks))
            : throw new UsageException($"'list' takes no arguments, but '{more[0]}' was given.");

    private async Task<int> JobsAsync(string[] about)
    {
        if (about is [] or ["--help" or "-h", ..])
        {
            return Print(PlaybookTexts.JobsHelp(surroundings));
        }

        var verb = JobsVerb.All.FirstOrDefault(verb => verb.Name == about[0])
            ?? throw new UsageException($"'jobs {about[0]}' is not a command. Use one of {string.Join(", ", JobsVerb.All.Select(verb => verb.Name))}.");
        _arguments = new RunArguments(about[1..], [], verb.AllOptions);
        if (_arguments.IsHelp)
        {
            return Print(PlaybookTexts.JobsHelp(surroundings, verb));
        }

        _arguments.Check(takesWords: true);
        var options = Options(s_everyHost, _arguments);
        IJobsOutput output = _arguments.IsJson
            ? new JsonJobs(Json(), surroundings.Time)
            : new PlainJobs(_out, surroundings.Error, surroundings.ErrorBytes)
            {
                IsRaw = stream => _arguments.Is(JobsVerb.Raw) || !surroundings.IsRead(stream)
            };
        using var interruption = new Interruption(surroundings);
        try
        {
            return await new JobsProgram(verb, _arguments, options, options.Inventory.Select(InventoryFormat.All, options.Limit), output)
                .RunAsync(interruption.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            return Interruption.ExitCode;
        }
    }

    /// <summary>Handles arguments that name no playbook: prints help, or the list of playbooks and that nothing was run.</summary>
    private int Several(string[] args)
    {
        if (args is ["--help" or "-h", ..])
        {
            return Print(PlaybookTexts.Help(surroundings, playbooks));
        }

        if (args.Length == 0)
        {
            Print(PlaybookTexts.List(playbooks));
        }

        throw new UsageException($"Nothing was run. Name a playbook first ({Names()}), then its options.");
    }

    /// <summary>Returns the playbook that needs no name on the command line: the only one, or the only one that is not part of a site.</summary>
    private PlaybookDefinition? Main()
    {
        var parts = playbooks.Where(playbook => playbook.Info.IsSite).SelectMany(site => site.Info.Tasks).Select(task => task.Block).ToList();
        var whole = playbooks.Where(playbook => !parts.Any(part => ReferenceEquals(part, playbook.Info))).ToList();
        return whole.Count == 1 ? whole[0] : null;
    }

    private PlaybookDefinition Find(string name)
    {
        PlaybookDefinition? found = null;
        foreach (var playbook in playbooks)
        {
            if (playbook.Info.Name == name)
            {
                found = found is null ? playbook : throw new UsageException($"Two playbooks are named {name}. Rename one of the records.");
            }
        }

        return found ?? throw new UsageException(
            $"There is no playbook '{name}'. This program has {Names()}." +
            $"{NearestName.Question(name, [.. playbooks.Select(playbook => playbook.Info.Name), ProgramCommand.List, ProgramCommand.Jobs])}");
    }

    private string Names() => string.Join(", ", playbooks.Select(playbook => playbook.Info.Name));

    private int List(PlaybookInfo playbook, RunArguments arguments)
    {
        var json = arguments.IsJson ? Json() : null;
        if (arguments.IsListHosts)
        {
            var (_, hosts) = Hosts(playbook, arguments);
            if (json is null)
            {
                Print(PlaybookTexts.Hosts(hosts));
            }
            else
            {
                json.List(surroundings.Time.GetUtcNow(), "hosts.listed", playbook.Name, "hosts", [.. hosts.Select(host => host.Name)]);
            }
        }

        if (arguments.IsListTasks)
        {
            var selection = new TaskSelection(playbook, new TagChoice(arguments.Tags, arguments.SkipTags), arguments.StartAt);
            if (json is null)
            {
                Print(PlaybookTexts.Tasks(playbook, selection));
            }
            else
            {
                json.List(surroundings.Time.GetUtcNow(), "tasks.listed", playbook.Name, "tasks", PlaybookTexts.Paths(playbook, selection));
            }
        }

        if (arguments.IsListTags)
        {
            var tags = TaskSelection.TagsOf(playbook).ToList();
            if (json is null)
            {
                Print(PlaybookTexts.Tags(tags));
            }
            else
            {
                json.List(surroundings.Time.GetUtcNow(), "tags.listed", playbook.Name, "tags", [.. tags.Select(tag => tag.Tag)]);
            }
        }

        return 0;
    }

    private async Task<int> RunAsync(PlaybookDefinition definition, RunArguments arguments)
    {
        var playbook = definition.Create(VariableReader.Read(definition, arguments, surroundings));
        return await RunInterruptibleAsync(playbook, Options(definition.Info, arguments), CancellationToken.None).ConfigureAwait(false);
    }

    private async Task<int> RunInterruptibleAsync(RunnablePlaybook playbook, RunOptions options, CancellationToken cancellationToken)
    {
        using var interruption = new Interruption(surroundings, cancellationToken);
        try
        {
            return await surroundings.Run(playbook, options, interruption.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            return Interruption.ExitCode;
        }
    }

    private RunOptions Options(PlaybookInfo playbook, RunArguments arguments)
    {
        var forks = arguments.Forks();
        var silence = arguments.Silence();
        var kept = arguments.KeptOutput();
        var key = HomePath.Readable(arguments.Last(ProgramOption.PrivateKey), "The private key", surroundings);
        var knownHosts = HomePath.Readable(arguments.Last(ProgramOption.KnownHosts), "The known hosts file", surroundings);
        var becomeMethod = BecomeChoice.Method(arguments);
        var (inventory, _) = Hosts(playbook, arguments);
        return new RunOptions
        {
            Inventory = inventory,
            Limit = arguments.Last(ProgramOption.Limit),
            Forks = forks,
            User = arguments.Last(ProgramOption.User),
            PrivateKey = key,
            KnownHosts = knownHosts,
            Silence = silence,
            KeptOutput = kept,
            BecomeMethod = becomeMethod,
            BecomeUser = arguments.Last(ProgramOption.BecomeUser),
            BecomePassword = BecomeChoice.Password(arguments, surroundings),
            Diff = arguments.Is(ProgramOption.Diff),
            CheckMode = arguments.Is(ProgramOption.Check),
            Tags = arguments.Tags,
            SkipTags = arguments.SkipTags,
            StartAt = arguments.StartAt,
            ForceHandlers = arguments.Is(ProgramOption.ForceHandlers),
            AsyncDirectory = arguments.Last(ProgramOption.AsyncDirectory),
            EnableLinger = arguments.Is(ProgramOption.EnableLinger),
            FollowJobs = arguments.Verbosity > 0,
            Output = arguments.IsJson ? Json() : new PlainOutput(_out, arguments.Verbosity),
            Time = surroundings.Time,
        };
    }

    private (Inventory Inventory, IReadOnlyList<Host> Hosts) Hosts(PlaybookInfo playbook, RunArguments arguments)
    {
        var inventory = InventoryChoice.Load(arguments.Inventories, surroundings);
        var hosts = inventory.Select(playbook, arguments.Last(ProgramOption.Limit));
        foreach (var note in inventory.Notes.Concat(VariableFolders.NotRead(surroundings.ProgramDirectory)).Distinct(StringComparer.Ordinal))
        {
            surroundings.Error.WriteLine(note);
        }

        if (inventory.IsLocal)
        {
            surroundings.Error.WriteLine("No inventory was found: running only on this machine (localhost). Name an inventory with -i.");
        }

        return (inventory, hosts);
    }

    private int Print(string text)
    {
        _out.WriteText(text);
        return 0;
    }

    private int Fail(string[] args, string message, Exception cause)
    {
        var arguments = Arguments(args);
        surroundings.Error.WriteLine(message);
        if (arguments.Verbosity > 2)
        {
            surroundings.Error.WriteLine(cause);
        }

        if (arguments.IsJson)
        {
            Json().Fail(surroundings.Time.GetUtcNow(), SecretMask.Hide(message));
        }

        return NothingRan;
    }

    private JsonOutput Json() => _json ??= new JsonOutput(_out);

    /// <summary>The arguments as far as they are parsed; they determine the format of error messages.</summary>
    private RunArguments Arguments(string[] args) => _arguments ??= new RunArguments(args, []);
}
