using System.Globalization;
using Microsoft.CodeAnalysis;
using Playbooks.Generator.Model;

namespace Playbooks.Generator.Reading.Slips;

/// <summary>Collects the mistakes that the generator itself reports, with places that are plain values.</summary>
internal sealed class Mistakes : IProblemSink
{
    private readonly List<MistakeModel> _all = [];

    public void Report(Diagnostic problem)
    {
        var span = problem.Location.GetLineSpan();
        _all.Add(new(
            problem.Id,
            problem.GetMessage(CultureInfo.InvariantCulture),
            span.Path,
            problem.Location.SourceSpan.Start,
            problem.Location.SourceSpan.Length,
            span.StartLinePosition.Line,
            span.StartLinePosition.Character,
            span.EndLinePosition.Line,
            span.EndLinePosition.Character));
    }

    internal void Add(DiagnosticDescriptor rule, Location place, params object[] arguments) => Report(Diagnostic.Create(rule, place, arguments));

    internal EquatableArray<MistakeModel> ToModel() =>
        _all.Distinct().OrderBy(mistake => mistake.File, StringComparer.Ordinal).ThenBy(mistake => mistake.Start).ToEquatableArray();

    internal static Diagnostic Told(MistakeModel mistake) => Diagnostic.Create(
        mistake.Rule,
        Rules.Category,
        mistake.Message,
        DiagnosticSeverity.Error,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        warningLevel: 0,
        helpLink: Rules.Page(mistake.Rule),
        location: Location.Create(
            mistake.File, new(mistake.Start, mistake.Length), new(new(mistake.Line, mistake.Character), new(mistake.EndLine, mistake.EndCharacter))));
}
