using Microsoft.CodeAnalysis;

namespace Playbooks.Generator.Reading;

/// <summary>Where the reader says what is wrong.</summary>
internal interface IProblems
{
    void Report(Diagnostic problem);
}
