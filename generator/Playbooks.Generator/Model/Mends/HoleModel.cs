namespace Playbooks.Generator.Model.Mends;

/// <summary>What to write for a name that C# does not know.</summary>
/// <param name="Name">The variable or parameter that is meant.</param>
/// <param name="Rest">What of it: <c>.Stdout</c>.</param>
internal sealed record HoleModel(string Name, string Rest = "");
