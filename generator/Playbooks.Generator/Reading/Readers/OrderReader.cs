using System.Globalization;
using Microsoft.CodeAnalysis;
using Playbooks.Generator.Messages;
using Playbooks.Generator.Model;
using Playbooks.Generator.Reading.Checks;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Readers;

/// <summary>Reads the properties of <c>[Playbook]</c> that determine how hosts go through its tasks, and when failures stop other hosts.</summary>
internal static class OrderReader
{
    private const string Serial = "Serial";
    private const string MaxFailPercentage = "MaxFailPercentage";

    internal static OrderModel Read(AttributeData attribute, Problems problems)
    {
        new ValueChecks(problems).CheckEnum(attribute, "Playbook", "Strategy");
        var mostFailures = attribute.Named(MaxFailPercentage, PlaybookDefaults.MaxFailPercentage);
        if (mostFailures is < 0 or > 100)
        {
            problems.Report(
                Rules.OutOfRange, problems.At(attribute, MaxFailPercentage), ValueAdvice.MaxFailPercentage, mostFailures, ValueAdvice.MaxFailPercentageRange);
        }

        var sizes = new List<BatchSizeModel>();
        foreach (var value in SerialValues(attribute))
        {
            if (Size(value) is { } size)
            {
                sizes.Add(size);
                continue;
            }

            problems.Report(
                Rules.OutOfRange,
                problems.At(attribute, Serial),
                ValueAdvice.Serial,
                value is string text ? $"\"{text}\"" : value ?? "null",
                ValueAdvice.SerialRange);
        }

        return new(attribute.NamedMember("Strategy"), sizes.ToEquatableArray(), mostFailures, attribute.Named("AnyErrorsFatal", false));
    }

    private static IEnumerable<object?> SerialValues(AttributeData attribute) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == Serial).Value switch
        {
            { Kind: TypedConstantKind.Error } or { IsNull: true } => [],
            { Kind: TypedConstantKind.Array } list => list.Values.Select(item => item.Kind == TypedConstantKind.Array ? null : item.Value),
            var single => [single.Value],
        };

    private static BatchSizeModel? Size(object? value) => value switch
    {
        int number when number > 0 => new(number, false),
        string text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => new(number, false),
        string text when text.EndsWith("%", StringComparison.Ordinal)
            && int.TryParse(text.Substring(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var percentage)
            && percentage is > 0 and <= 100 => new(percentage, true),
        _ => null,
    };
}
