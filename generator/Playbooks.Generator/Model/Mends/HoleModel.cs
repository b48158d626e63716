namespace Playbooks.Generator.Model.Mends;

/// <summary>The expression to write instead of a name that C# does not know.</summary>
/// <param name="Name">The variable or parameter.</param>
/// <param name="Rest">The member access after it, such as <c>.Stdout</c>.</param>
internal sealed record HoleModel(string Name, string Rest = "");
