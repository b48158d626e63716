using Microsoft.CodeAnalysis.CSharp;

namespace Playbooks.Generator.Model;

/// <summary>A name as it is written in code.</summary>
internal static class CSharpName
{
    /// <summary>The name, which may be a keyword.</summary>
    internal static string Of(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || name == "await" ? "@" + name : name;
}
