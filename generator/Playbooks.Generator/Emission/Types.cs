using Playbooks.Generator.Model.Steps;

namespace Playbooks.Generator.Emission;

/// <summary>Prints types.</summary>
internal static class Types
{
    /// <summary>Returns the type of a task's value.</summary>
    internal static string Of(GivenModel given)
    {
        var item = given.Kind == GivenKind.Job ? $"global::Playbooks.Job<{given.Result}>" : given.Result;
        var whole = given.IsLoop ? $"global::System.Collections.Generic.IReadOnlyList<{item}>" : item;
        var type = given.Kind == GivenKind.Branch ? $"global::Playbooks.Generated.Branch<{whole}{(given.ResultMayBeNull ? "?" : "")}>" : whole;
        return type + (given.MayBeNull ? "?" : "");
    }
}
