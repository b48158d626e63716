namespace Playbooks.Generator.Model;

/// <summary>How many hosts go through a playbook at a time.</summary>
internal sealed record BatchSizeModel(int Value, bool IsPercentage);
