using Microsoft.CodeAnalysis;

namespace Playbooks.Generator.Reading;

/// <summary>Where the reader says what is wrong.</summary>
internal interface IProblemSink
{
    void Report(Diagnostic problem);
}
