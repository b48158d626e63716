using System.Globalization;
using Microsoft.CodeAnalysis;
using Playbooks.Generator.Messages;
using Playbooks.Generator.Model;
using Playbooks.Generator.Reading.Checks;
using Playbooks.Generator.Reading.Names;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Readers;

/// <summary>Reads how a task runs: its attributes, one by one.</summary>
internal sealed class HowReader(TagReader tags, ValueChecks values, Problems problems)
{
    /// <summary>The longest that a timer of the controller counts: 49 days.</summary>
    private const int MostSeconds = 4_294_967;

    internal void Read(TaskSymbol task)
    {
        task.How = new TaskAttributes(
            ReadAsync(task),
            ReadRetry(task),
            Valid(task, KnownAttributes.Become) is { } become ? ReadBecome(become) : null,
            task.Attributes.Find(KnownAttributes.RunOnce) is not null,
            task.Attributes.Find(KnownAttributes.IgnoreErrors) is not null,
            task.Attributes.Find(KnownAttributes.NoLog) is not null,
            Valid(task, KnownAttributes.FailedWhen)?.Positional<bool>(0),
            Valid(task, KnownAttributes.ChangedWhen)?.Positional<bool>(0))
        {
            DelegateTo = Valid(task, KnownAttributes.DelegateTo) is { } delegation ? ReadDelegate(delegation) : null,
            Throttle = ReadPositive(task, KnownAttributes.Throttle, ValueAdvice.Throttle, ValueAdvice.ThrottleRange),
            Timeout = ReadPositive(task, KnownAttributes.Timeout, ValueAdvice.Timeout, ValueAdvice.TimeoutRange, MostSeconds),
            CheckMode = Valid(task, KnownAttributes.CheckMode)?.Positional<bool>(0),
            Tags = tags.Read(task).ToEquatableArray(),
            IgnoreUnreachable = task.Attributes.Find(KnownAttributes.IgnoreUnreachable) is not null,
            IsParallel = task.Attributes.Find(KnownAttributes.Parallel) is not null,
            Max = Valid(task, KnownAttributes.Parallel) is { } parallel ? ReadMax(task, parallel, "Parallel") : null,
        };
        CheckPlaces(task);
        if (task.IsBlock)
        {
            CheckBlock(task);
        }
    }

    /// <summary>PB0019: attributes that have no effect at their place.</summary>
    private void CheckPlaces(TaskSymbol task)
    {
        if (task.IsJob)
        {
            Forbid(task, KnownAttributes.Retry, PlaceAdvice.RetryOfJob);
            Forbid(task, KnownAttributes.IgnoreUnreachable, PlaceAdvice.IgnoreUnreachableOfJob);
            Forbid(task, KnownAttributes.Parallel, PlaceAdvice.ParallelJob);
        }

        if (task.How.Async is not null)
        {
            Forbid(task, KnownAttributes.Timeout, PlaceAdvice.TimeoutOfJob);
            if (task is { IsLoop: true, IsJob: false, How.Max: not null } && task.Attributes.Find(KnownAttributes.Parallel) is { } parallel)
            {
                problems.Report(Rules.MisplacedAttribute, problems.At(parallel, "Max"), "Parallel(Max)", task.Name, PlaceAdvice.MaxOfJobs);
            }
        }

        if (task is { IsJob: true, IsHandler: true })
        {
            Forbid(task, KnownAttributes.Notify, PlaceAdvice.NotifyOfJob);
        }

        if (PlaybookTypes.Is(task.Module, KnownTypes.FlushHandlers))
        {
            Forbid(task, KnownAttributes.Handler, PlaceAdvice.FlushingHandler);
            Forbid(task, KnownAttributes.RunOnce, PlaceAdvice.FlushOnce);
            Forbid(task, KnownAttributes.DelegateTo, PlaceAdvice.FlushOnly);
            Forbid(task, KnownAttributes.Timeout, PlaceAdvice.FlushOnly);
            Forbid(task, KnownAttributes.Parallel, PlaceAdvice.FlushBeside);
        }

        if (PlaybookTypes.Is(task.Module, KnownTypes.Wait, arity: 1))
        {
            Forbid(task, KnownAttributes.Timeout, PlaceAdvice.TimeoutOfWait);
            Forbid(task, KnownAttributes.DelegateTo, PlaceAdvice.DelegatedWait);
        }
    }

    private void Forbid(TaskSymbol task, string attribute, string why)
    {
        if (task.Attributes.Find(attribute) is { } found)
        {
            problems.Report(Rules.MisplacedAttribute, problems.At(found), KnownAttributes.Written(attribute), task.Name, why);
        }
    }

    /// <summary>The attributes that can be on a task that returns a block.</summary>
    private static readonly HashSet<string> _ofBlocks = new(StringComparer.Ordinal)
    {
        KnownAttributes.After, KnownAttributes.Always, KnownAttributes.Async, KnownAttributes.Become, KnownAttributes.CheckMode,
        KnownAttributes.DelegateTo, KnownAttributes.Handler, KnownAttributes.IgnoreErrors,
        KnownAttributes.Name, KnownAttributes.NoLog, KnownAttributes.Parallel, KnownAttributes.Rescue, KnownAttributes.RunOnce,
        KnownAttributes.Tags, KnownAttributes.Throttle, KnownAttributes.When,
    };

    private void CheckBlock(TaskSymbol task)
    {
        foreach (var attribute in task.Attributes.OfTasks().Where(attribute => !_ofBlocks.Contains(attribute.AttributeClass!.Name)))
        {
            var name = attribute.AttributeClass!.Name;
            problems.Report(
                Rules.MisplacedAttribute,
                problems.At(attribute),
                KnownAttributes.Written(name),
                task.Name,
                PlaceAdvice.OfBlock(task.Module.Name));
        }
    }

    /// <summary>Returns the name that output shows for a task.</summary>
    internal static string Name(TaskSymbol task) =>
        task.Attributes.Find(KnownAttributes.Name)?.Positional<string>(0) is { } name && name.Trim().Length > 0 ? name : NameForms.Shown(task.Name);

    private BecomeModel ReadBecome(AttributeData attribute)
    {
        var user = attribute.Positional<string>(0);
        values.CheckUser(problems.At(attribute, 0), "Become", user);
        return attribute.ConstructorArguments.Any(argument => argument.Value is false) ? new(false, null) : new(true, user);
    }

    private string? ReadDelegate(AttributeData attribute)
    {
        var host = attribute.Positional<string>(0);
        values.CheckName(problems.At(attribute, 0), "DelegateTo", host, ValueAdvice.DelegateTo);
        return host;
    }

    private AsyncModel? ReadAsync(TaskSymbol task)
    {
        if (Valid(task, KnownAttributes.Async) is not { } attribute)
        {
            return null;
        }

        if (task.IsBlock)
        {
            problems.Report(Rules.BlockJob, problems.At(attribute), Mend.With(Mend.Attribute, "Parallel"), task.Module.Name);
            return null;
        }

        var limit = attribute.Positional<int>(0);
        if (limit <= 0 && !IsComputed(attribute))
        {
            problems.Report(Rules.OutOfRange, problems.At(attribute, 0), ValueAdvice.Limit, limit, ValueAdvice.LimitRange);
        }

        var usualPoll = AsyncDefaults.PollOf(limit);
        var poll = attribute.Named("Poll", usualPoll);
        var grace = attribute.Named("Grace", AsyncDefaults.Grace);
        RequireNotNegative(attribute, "Poll", poll, ValueAdvice.PollRange);
        RequireNotNegative(attribute, "Grace", grace, ValueAdvice.GraceRange);
        values.CheckEnum(attribute, "Async", "AtEnd");
        values.CheckEnum(attribute, "Async", "OnLost");
        if (limit > 0 && poll is > 0 and <= MostSeconds && attribute.Has("Poll"))
        {
            CheckPoll(attribute, limit, poll, usualPoll);
        }

        if (!PlaybookTypes.CanBeJob(task.Module))
        {
            var goesOn = poll == 0 && !IsInstant(task.Module);
            problems.Report(
                Rules.NoJob,
                problems.At(attribute),
                PlaybookTypes.Is(task.Module, KnownTypes.Raw) ? Mend.With(Mend.Name, KnownTypes.Shell) : Mend.With(Mend.Attribute, goesOn ? "Parallel" : null),
                task.Module.Name,
                WhyNoJob(task.Module, goesOn));
        }

        return new(
            limit,
            poll,
            grace,
            attribute.Named("Keep", false),
            ReadKey(task, attribute),
            attribute.NamedMember("OnLost"),
            attribute.NamedMember("AtEnd"),
            ReadMax(task, attribute, "Async") ?? 0,
            attribute.Named("Linger", false));
    }

    /// <summary>Whether a member of the record computes the limit of an <c>[Async]</c>.</summary>
    internal static bool IsComputed(AttributeData attribute) =>
        attribute.AttributeConstructor?.Parameters.FirstOrDefault()?.Type.SpecialType == SpecialType.System_String;

    private int? ReadMax(TaskSymbol task, AttributeData attribute, string name)
    {
        var max = attribute.Named("Max", 0);
        if (!attribute.Has("Max"))
        {
            return null;
        }

        if (max <= 0)
        {
            problems.Report(Rules.OutOfRange, problems.At(attribute, "Max"), ValueAdvice.Max, max, ValueAdvice.MaxRange);
        }

        if (!task.IsLoop)
        {
            problems.Report(Rules.MisplacedAttribute, problems.At(attribute, "Max"), $"{name}(Max)", task.Name, PlaceAdvice.MaxOfNoLoop);
        }

        return max;
    }

    private string? ReadKey(TaskSymbol task, AttributeData attribute)
    {
        var key = attribute.Named<string?>("Key", null);
        if (key is not null && !JobKey.IsPossible(key, JobKey.LongestWritten))
        {
            problems.Report(Rules.NoKey, problems.At(attribute, "Key"), key);
        }
        else if (key is not null && !task.IsNullable && task.Attributes.Find(KnownAttributes.When) is null)
        {
            values.CheckKey(attribute, key);
        }

        return key;
    }

    /// <summary>Checks the poll against the table of durations and polls in the documentation; a limit is about twice the usual duration.</summary>
    private void CheckPoll(AttributeData attribute, int limit, int poll, int usualPoll)
    {
        if (poll >= limit && poll > usualPoll)
        {
            var instead = limit > 1 ? ValueAdvice.PollBelow(limit, usualPoll) : ValueAdvice.NoPoll;
            problems.Report(Rules.PollNotBelowLimit, problems.At(attribute, "Poll"), poll, limit, instead);
            return;
        }

        var (low, high) = (limit / 2) switch
        {
            < 300 => (Math.Min(10, usualPoll), 15),
            <= 1800 => (30, 60),
            _ => (60, 120),
        };
        if (poll * 2 < low || poll > high * 2)
        {
            var nearest = Math.Min(Math.Max(poll, low), high).ToString(CultureInfo.InvariantCulture);
            problems.Report(Rules.UnusualPoll, problems.At(attribute, "Poll"), Mend.With(Mend.Number, nearest), poll, limit, low, high);
        }
    }

    private RetryModel? ReadRetry(TaskSymbol task)
    {
        if (Valid(task, KnownAttributes.Retry) is not { } attribute)
        {
            return null;
        }

        var count = attribute.Positional<int>(0);
        var delay = attribute.Named("Delay", PlaybookDefaults.RetryDelay);
        if (count <= 0)
        {
            problems.Report(Rules.OutOfRange, problems.At(attribute, 0), ValueAdvice.Retries, count, ValueAdvice.RetriesRange);
        }

        RequireNotNegative(attribute, "Delay", delay, ValueAdvice.DelayRange);
        return new(count, delay);
    }

    /// <summary>Returns the number of an attribute, which must be above zero.</summary>
    private int? ReadPositive(TaskSymbol task, string name, string shown, string what, int most = int.MaxValue)
    {
        if (Valid(task, name) is not { } attribute)
        {
            return null;
        }

        var number = attribute.Positional<int>(0);
        if (number <= 0 || number > most)
        {
            problems.Report(Rules.OutOfRange, problems.At(attribute, 0), shown, number, number > 0 ? ValueAdvice.AtMost : what);
        }

        return number;
    }

    private void RequireNotNegative(AttributeData attribute, string name, int value, string what)
    {
        if (value is < 0 or > MostSeconds)
        {
            problems.Report(Rules.OutOfRange, problems.At(attribute, name), name, value, value > 0 ? ValueAdvice.AtMost : what);
        }
    }

    /// <summary>Returns an attribute if C# accepts its arguments.</summary>
    private AttributeData? Valid(TaskSymbol task, string name)
    {
        if (task.Attributes.Find(name) is not { } attribute)
        {
            return null;
        }

        if (AttributeArguments.IsValid(attribute))
        {
            return attribute;
        }

        problems.NoteCompilerError();
        return null;
    }

    /// <summary>Whether a module ends at once, so that no task could run beside it.</summary>
    private static bool IsInstant(INamedTypeSymbol module) => module.Name
        is KnownTypes.Debug or KnownTypes.Fail or KnownTypes.Require or KnownTypes.FlushHandlers or KnownTypes.ResetConnection;

    private static string WhyNoJob(INamedTypeSymbol module, bool goesOn) => module.Name switch
    {
        KnownTypes.Raw => JobAdvice.Raw,
        KnownTypes.Wait => JobAdvice.Wait,
        KnownTypes.Reboot => JobAdvice.Reboot,
        _ when goesOn => JobAdvice.WriteParallel,
        _ => JobAdvice.OnController,
    };
}
