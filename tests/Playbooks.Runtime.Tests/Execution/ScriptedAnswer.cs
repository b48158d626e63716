namespace Playbooks.Runtime.Tests.Execution;

internal sealed record ScriptedAnswer(string Text, string? Host, int Rc, string Stdout, TimeSpan Takes, bool IsUnreachable);
