using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Playbooks.Generator.Messages;
using Playbooks.Generator.Reading.Names;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Checks;

/// <summary>PB0037: the runs in a value that is not used. A <c>_ = </c> before the value shows that this is intended.</summary>
internal static class LostRuns
{
    /// <summary>The methods that return the value on which they are called.</summary>
    private static readonly HashSet<string> _passing = new(StringComparer.Ordinal) { "ConfigureAwait", "GetAwaiter", "GetResult", "Wait", "WaitAsync" };

    internal static IEnumerable<LostRun> In(IOperation value) => value switch
    {
        IAwaitOperation awaited => In(awaited.Operation),
        IConversionOperation conversion => In(conversion.Operand),
        IInvocationOperation call when Of(call) is { } lost => [lost],
        IInvocationOperation { Instance: { } task, TargetMethod: var method } when _passing.Contains(method.Name) => In(task),
        IInvocationOperation { TargetMethod: { Name: "WhenAll" or "WaitAll", ContainingType: { Name: "Task", Arity: 0 } } } all =>
            all.Arguments.SelectMany(argument => In(argument.Value)),
        IArrayCreationOperation { Initializer.ElementValues: var items } => items.SelectMany(In),
        ICollectionExpressionOperation { Elements: var items } => items.SelectMany(In),
        _ => [],
    };

    private static LostRun? Of(IInvocationOperation call)
    {
        var type = call.TargetMethod.ContainingType;
        var isReport = PlaybookTypes.Is(type, KnownTypes.PlaybookRunExtensions) && call.TargetMethod.Name == "RunAsync";
        var isExitCode = PlaybookTypes.Is(type, KnownTypes.PlaybookProgram) || PlaybookTypes.Is(type, KnownTypes.PlaybookConsoleExtensions);
        if ((!isReport && !isExitCode) || call.Arguments.IsEmpty)
        {
            return null;
        }

        var run = call.Arguments[0].Value is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : call.Arguments[0].Value;
        var isProgram = PlaybookTypes.Is(type, KnownTypes.PlaybookProgram);
        return new(
            call.Syntax.GetLocation(),
            isProgram || run.Type is null ? ReturnAdvice.Program : $"'{TypeNames.Shown(run.Type)}'",
            isReport
                ? ReturnAdvice.LostReport(run.Syntax.ToString())
                : ReturnAdvice.LostExitCode);
    }
}
