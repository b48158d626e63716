using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Checks;

/// <summary>PB0041: the holes of a shell line that cannot be only data at their place. Reads the line as the run does.</summary>
internal static class OpenHoles
{
    /// <summary>The modules that pass a line to a shell.</summary>
    private static readonly string[] _modules = [KnownTypes.Shell, KnownTypes.Raw, KnownTypes.Reboot, KnownTypes.Copy];

    /// <param name="line">A command line that is written at this place.</param>
    /// <returns>The place of each rejected hole and the reason. Empty if no shell reads the line, or if it has raw text, which only the run knows.</returns>
    internal static IEnumerable<(SyntaxNode Hole, string Reason)> In(IInterpolatedStringHandlerCreationOperation line)
    {
        var parts = IsForShell(line) ? WrittenPart.Of(line) : [];
        if (parts.Any(part => part.IsUnknown))
        {
            return [];
        }

        var reader = new ShellLine();
        foreach (var part in parts)
        {
            if (part.Text is { } text)
            {
                reader.Read(text.Replace("\r\n", "\n"));
            }
            else
            {
                _ = reader.Take(new(part.IsWholeNumber && !part.IsSequence, part.IsSequence));
            }
        }

        var holes = parts.Where(part => part.Text is null).ToList();
        return reader.End().Select(refusal => (holes[refusal.Hole].Syntax, refusal.Reason));
    }

    /// <summary>Whether the line is an argument of such a module.</summary>
    private static bool IsForShell(IOperation line)
    {
        var given = line;
        while (given.Parent is IConversionOperation
            or IConditionalOperation
            or ICoalesceOperation
            or ISwitchExpressionArmOperation
            or ISwitchExpressionOperation)
        {
            given = given.Parent;
        }

        var owner = given.Parent switch
        {
            IArgumentOperation { Parent: IObjectCreationOperation creation } => creation.Type,
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } => property.Property.ContainingType,
            _ => null,
        };
        return _modules.Any(module => PlaybookTypes.Is(owner, module));
    }
}
