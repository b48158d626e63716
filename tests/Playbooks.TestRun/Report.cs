namespace Playbooks.TestRun;

/// <summary>What a run prints. Suites run side by side: what belongs together is one call.</summary>
internal sealed class Report(TextWriter output)
{
    private readonly Lock _lock = new();

    internal void Say(string text)
    {
        lock (_lock)
        {
            output.WriteLine(text);
            output.Flush();
        }
    }

    /// <summary>Says it under a heading, indented.</summary>
    internal void Say(string heading, string text) =>
        Say(string.Join('\n', [heading, .. text.TrimEnd().Split('\n').Where(line => line.Length > 0).Select(line => $"    {line}")]));
}
