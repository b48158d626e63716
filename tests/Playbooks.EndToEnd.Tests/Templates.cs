namespace Playbooks.EndToEnd.Tests;

/// <summary>The templates, installed from their package.</summary>
public sealed class Templates(Packages packages) : IAsyncLifetime
{
    /// <summary>The folder with the packages.</summary>
    internal string Feed => packages.Feed;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() =>
        await DotnetAsync(packages.NewFolder(), "new", "install", Path.Combine(packages.Feed, $"Playbooks.Templates.{Packages.Version}.nupkg"));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>A folder as <see cref="Packages.NewFolder"/> makes it.</summary>
    internal string NewFolder() => packages.NewFolder();

    /// <summary>Makes a solution of a template.</summary>
    /// <returns>Its folder.</returns>
    internal async Task<string> NewAsync(string template, string name)
    {
        var folder = NewFolder();
        await DotnetAsync(folder, "new", template, "-n", name);
        return Path.Combine(folder, name);
    }

    /// <summary>Runs <c>dotnet</c> in a folder; the test fails unless it succeeds.</summary>
    internal async Task<Ended> DotnetAsync(string folder, params string[] arguments) =>
        (await packages.DotnetAsync(folder, arguments, "templates")).With(exitCode: 0);
}
