using Playbooks.Generator.Model.Steps;

namespace Playbooks.Generator.Model.Mends;

/// <summary>A parameter that a code fix adds to a member.</summary>
/// <param name="Given">The value that the parameter receives.</param>
/// <param name="Name">Its name.</param>
internal sealed record AskedModel(GivenModel Given, string Name);
