using Playbooks.Generator.Model.Steps;

namespace Playbooks.Generator.Model.Mends;

/// <summary>A parameter that a member has to have.</summary>
/// <param name="Given">What it asks for.</param>
/// <param name="Name">Its name.</param>
internal sealed record AskedModel(GivenModel Given, string Name);
