namespace Playbooks.Generator.Model;

/// <summary>A <c>[Retry]</c>; the delay in seconds.</summary>
internal sealed record RetryModel(int Count, int Delay);
