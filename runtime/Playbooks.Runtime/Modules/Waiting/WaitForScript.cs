using System.Globalization;

namespace Playbooks;

/// <summary>The script of <see cref="WaitFor"/>: it repeats a check until the check succeeds or the time is over.</summary>
internal static class WaitForScript
{
    internal static string Of(WaitFor module) =>
        $"""
        {StatScript.Functions}{(module.File is null ? "" : SafeWay.Look)}
        {What(module)}gone={(module.Gone ? "yes" : "")}
        delay={WaitFor.Seconds(module.Delay)} timeout={WaitFor.Seconds(module.Timeout)} interval={WaitFor.Seconds(module.Interval)}
        {ShellFile.Text("wait-for")}
        """;

    private static string What(WaitFor module) => module.Port is { } port
        ? string.Create(CultureInfo.InvariantCulture, $"address={ShellText.Quote(module.Address ?? "")}; port={port}\n{ShellFile.Text("wait-for-port")}")
        : module.Pattern is { } pattern
            ? $"file={ShellText.Path(module.File ?? "")}; pattern={ShellText.Quote(pattern)}\n{SafeReading.Looking}{ShellFile.Text("wait-for-line")}"
            : $"file={ShellText.Path(module.File ?? "")}\n{ShellFile.Text("wait-for-file")}";
}
