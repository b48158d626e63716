using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Playbooks.Generator.Reading;

/// <summary>Passes problems on, if somebody listens, and remembers whether the playbook can work at all.</summary>
internal sealed class Problems(IProblemSink? sink)
{
    /// <summary>Whether there is an error, of ours or of C#.</summary>
    internal bool HasErrors { get; private set; }

    /// <summary>Whether anybody wants to know.</summary>
    internal bool IsHeard => sink is not null;

    internal void Report(DiagnosticDescriptor rule, Location location, params object[] arguments) =>
        Report(rule, location, ImmutableDictionary<string, string?>.Empty, arguments);

    /// <summary>Passes on a problem that a code fix can mend: what that has to know is under the keys of <see cref="Mend"/>.</summary>
    internal void Report(DiagnosticDescriptor rule, Location location, ImmutableDictionary<string, string?> mend, params object[] arguments)
    {
        HasErrors |= rule.DefaultSeverity == DiagnosticSeverity.Error;
        sink?.Report(Diagnostic.Create(rule, location, mend, arguments));
    }

    /// <summary>Notes an error that the C# compiler reports itself.</summary>
    internal void NoteCompilerError() => HasErrors = true;
}
