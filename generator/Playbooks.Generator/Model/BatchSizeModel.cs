namespace Playbooks.Generator.Model;

/// <summary>The size of a batch: how many hosts go through a playbook together.</summary>
internal sealed record BatchSizeModel(int Value, bool IsPercentage);
