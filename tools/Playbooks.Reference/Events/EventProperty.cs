using System.Text.Json.Nodes;

namespace Playbooks.Reference.Events;

/// <summary>A property of an event, or of an object in one.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Schema">Its JSON Schema.</param>
/// <param name="IsRequired">Whether it is always there.</param>
/// <param name="Meaning">What it means, as Markdown.</param>
internal sealed record EventProperty(string Name, JsonObject Schema, bool IsRequired, string Meaning);
