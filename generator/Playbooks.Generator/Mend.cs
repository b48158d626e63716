using System.Collections.Immutable;
using Playbooks.Generator.Model.Steps;

namespace Playbooks.Generator;

/// <summary>The keys of the properties by which a diagnostic passes its findings to the code fixes.</summary>
internal static class Mend
{
    /// <summary>The mend to use, if a rule has several: one of the constants of the rule's reader.</summary>
    internal const string Kind = nameof(Kind);

    /// <summary>The name to write.</summary>
    internal const string Name = nameof(Name);

    /// <summary>The text to replace.</summary>
    internal const string Old = nameof(Old);

    /// <summary>The attribute to write instead.</summary>
    internal const string Attribute = nameof(Attribute);

    /// <summary>The number to write.</summary>
    internal const string Number = nameof(Number);

    /// <summary>The full name of the type to write.</summary>
    internal const string Type = nameof(Type);

    /// <summary>Whether <see cref="Type"/> is the type of a job's result.</summary>
    internal const string IsJob = nameof(IsJob);

    /// <summary>Whether <see cref="Type"/> is the type of one item of a loop.</summary>
    internal const string IsLoop = nameof(IsLoop);

    /// <summary>Whether the value may be null.</summary>
    internal const string MayBeNull = nameof(MayBeNull);

    /// <summary>The name of the parameter for a task.</summary>
    internal const string Parameter = nameof(Parameter);

    /// <summary>The words to choose from, with spaces between them.</summary>
    internal const string Choices = nameof(Choices);

    /// <summary>The expression to write for the text.</summary>
    internal const string Text = nameof(Text);

    /// <summary>The parameters that the member needs, one per line: a type from <c>global::</c> on, and a name.</summary>
    internal const string Asked = nameof(Asked);

    internal static ImmutableDictionary<string, string?> With(string key, string? value) =>
        ImmutableDictionary<string, string?>.Empty.Add(key, value);

    /// <summary>Returns the properties that describe a task's value.</summary>
    internal static ImmutableDictionary<string, string?> With(GivenModel given) => With(Type, given.Result)
        .Add(IsJob, Flag(given.Kind == GivenKind.Job))
        .Add(IsLoop, Flag(given.IsLoop))
        .Add(MayBeNull, Flag(given.MayBeNull));

    /// <summary>Reads a task's value from the properties of a diagnostic; <see langword="null"/> if it has none.</summary>
    internal static GivenModel? Given(ImmutableDictionary<string, string?> told) => told.TryGetValue(Type, out var type) && type is not null
        ? new(type, Has(told, IsJob) ? GivenKind.Job : GivenKind.Result, Has(told, IsLoop), Has(told, MayBeNull))
        : null;

    private static string? Flag(bool isSet) => isSet ? "true" : null;

    private static bool Has(ImmutableDictionary<string, string?> told, string flag) => told.TryGetValue(flag, out var value) && value is not null;
}
