using Microsoft.CodeAnalysis;

namespace Playbooks.Generator.Reading;

/// <summary>Receives the problems that a reader finds.</summary>
internal interface IProblemSink
{
    void Report(Diagnostic problem);
}
