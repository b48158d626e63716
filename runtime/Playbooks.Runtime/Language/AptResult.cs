using System.Text.Json;

namespace Playbooks;

/// <summary>What <see cref="Apt"/> did.</summary>
public sealed record AptResult : TaskResult
{
    /// <summary>The exit status of the first <c>apt-get</c> that failed, else 0; <see langword="null"/> where it did not end by itself.</summary>
    public int? Rc { get; init; }

    /// <summary>What <c>apt-get</c> printed, without the last line end.</summary>
    public string Stdout { get; init; } = "";

    /// <summary>What <c>apt-get</c> printed as errors, without the last line end.</summary>
    public string Stderr { get; init; } = "";

    /// <summary>The packages that were upgraded, by name.</summary>
    public IReadOnlyList<string> Upgraded { get; init; } = [];

    /// <summary>The packages that were newly installed, by name.</summary>
    public IReadOnlyList<string> Installed { get; init; } = [];

    /// <summary>The packages that were removed, by name.</summary>
    public IReadOnlyList<string> Removed { get; init; } = [];

    /// <summary>Whether the lists of packages were fetched.</summary>
    public bool CacheUpdated { get; init; }

    /// <inheritdoc/>
    public override void WriteProperties(Utf8JsonWriter writer)
    {
        base.WriteProperties(writer);
        if (Rc is { } rc)
        {
            writer.WriteNumber("rc", rc);
        }
        else
        {
            writer.WriteNull("rc");
        }

        writer.WriteString("stdout", Stdout);
        writer.WriteString("stderr", Stderr);
        WriteNames(writer, "upgraded", Upgraded);
        WriteNames(writer, "installed", Installed);
        WriteNames(writer, "removed", Removed);
        writer.WriteBoolean("cacheUpdated", CacheUpdated);
    }

    private static void WriteNames(Utf8JsonWriter writer, string property, IReadOnlyList<string> names)
    {
        writer.WriteStartArray(property);
        foreach (var name in names)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
    }
}
