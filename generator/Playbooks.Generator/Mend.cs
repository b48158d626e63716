using System.Collections.Immutable;

namespace Playbooks.Generator;

/// <summary>What a diagnostic tells the code fixes, so that none has to find it out again: the keys of its properties.</summary>
internal static class Mend
{
    /// <summary>Which of a rule's mends it is, where there are several: one of the constants of the rule's reader.</summary>
    internal const string Kind = nameof(Kind);

    /// <summary>The name to write.</summary>
    internal const string Name = nameof(Name);

    /// <summary>The text to write it for.</summary>
    internal const string Old = nameof(Old);

    /// <summary>The attribute to write instead.</summary>
    internal const string Attribute = nameof(Attribute);

    /// <summary>The number to write.</summary>
    internal const string Number = nameof(Number);

    /// <summary>The type to write, from <c>global::</c> on.</summary>
    internal const string Type = nameof(Type);

    /// <summary>The type that asks for the job, where <see cref="Type"/> waits for its result.</summary>
    internal const string JobType = nameof(JobType);

    /// <summary>The member to write, with its types from <c>global::</c> on.</summary>
    internal const string Member = nameof(Member);

    /// <summary>The expression to write for the text.</summary>
    internal const string Text = nameof(Text);

    /// <summary>The parameters that the member has to ask for, a line each: a type from <c>global::</c> on, and a name.</summary>
    internal const string Asked = nameof(Asked);

    internal static ImmutableDictionary<string, string?> With(string key, string? value) =>
        ImmutableDictionary<string, string?>.Empty.Add(key, value);
}
