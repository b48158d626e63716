using System.Text;
using System.Text.Json;

namespace Playbooks.TestRun;

/// <summary>Reads what a suite prints: a message of xunit a line, and whatever else its tests or its runtime write between.</summary>
internal sealed class SuiteReader(Invocation invocation, Tally tally, Report report)
{
    private const string Begin = "{\"$type\":\"";
    private readonly Dictionary<string, string> _namesOfCases = [];

    /// <summary>Whether the suite has said that it is through.</summary>
    internal bool IsComplete { get; private set; }

    internal void Read(string line)
    {
        var begin = line.IndexOf(Begin, StringComparison.Ordinal);
        var others = line[..(begin < 0 ? line.Length : begin)];
        if (begin >= 0)
        {
            try
            {
                using var message = JsonDocument.Parse(line.AsMemory(begin));
                Take(message.RootElement);
            }
            catch (Exception strange) when (strange is JsonException or KeyNotFoundException)
            {
                others = line;
            }
        }

        if (others.Length > 0)
        {
            report.Say($"{invocation.Name}: {others}");
        }
    }

    private void Take(JsonElement message)
    {
        var type = Text(message, "$type");
        switch (type)
        {
            case "test-case-starting":
                _namesOfCases[Text(message, "TestCaseUniqueID")] = $"{Text(message, "TestClassName")}.{Text(message, "TestMethodName")}";
                break;
            case "test-starting":
                var name = _namesOfCases[Text(message, "TestCaseUniqueID")];
                tally.Start(Id(message), name, Text(message, "TestDisplayName"));
                break;
            case "test-passed":
                tally.Pass(Id(message), Seconds(message));
                break;
            case "test-skipped":
                tally.Skip(Id(message));
                break;
            case "test-failed":
                var failed = tally.Fail(invocation.Suite.Name, Id(message), Seconds(message));
                report.Say($"\nFAILED {invocation.Name}: {failed.DisplayName} ({Seconds(message):0.0} s)", Error(message));
                break;
            case "diagnostic-message":
                report.Say($"{invocation.Name}: {Text(message, "Message")}");
                break;
            case "test-assembly-finished":
                IsComplete = true;
                break;
            case "error-message":
            case var cleanUp when cleanUp.EndsWith("-cleanup-failure", StringComparison.Ordinal):
                tally.FailWhole(invocation.Suite.Name);
                report.Say($"\nFAILED {invocation.Name}: {type}", Error(message));
                break;
        }
    }

    private static string Error(JsonElement message)
    {
        var text = new StringBuilder();
        foreach (var (number, what) in Texts(message, "Messages").Index())
        {
            var kind = Texts(message, "ExceptionTypes")[number];
            text.Append(kind.StartsWith("Xunit.", StringComparison.Ordinal) ? "" : $"{kind}: ").Append(what).Append('\n')
                .Append(Texts(message, "StackTraces")[number]).Append('\n');
        }

        var output = Text(message, "Output");
        return output.Length == 0 ? text.ToString() : text.Append("Output:\n").Append(output).ToString();
    }

    private static string Id(JsonElement message) => Text(message, "TestUniqueID");

    private static double Seconds(JsonElement message) => message.GetProperty("ExecutionTime").GetDouble();

    private static string Text(JsonElement message, string property) =>
        message.TryGetProperty(property, out var value) ? value.GetString() ?? "" : "";

    private static string[] Texts(JsonElement message, string property) =>
        [.. message.GetProperty(property).EnumerateArray().Select(value => value.GetString() ?? "")];
}
