namespace Playbooks;

/// <summary>Paths on the controller, as users write them.</summary>
internal static class HomePath
{
    /// <summary>Expands <c>~</c> in a path to the user's home, as a shell does, also after <c>=</c>.</summary>
    internal static string Expand(string path, Surroundings surroundings) =>
        path == "~" || path.StartsWith("~/", StringComparison.Ordinal)
            ? (surroundings.Environment("HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)) + path[1..]
            : path;

    /// <summary>Returns the path of a file that can be read.</summary>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    internal static string? Readable(string? path, string what, Surroundings surroundings)
    {
        if (path is null)
        {
            return null;
        }

        var expanded = Expand(path, surroundings);
        try
        {
            File.OpenHandle(expanded).Dispose();
            return expanded;
        }
        catch (Exception wrong) when (wrong is FileNotFoundException or DirectoryNotFoundException)
        {
            var folder = Path.IsPathRooted(expanded) ? "" : $" in {surroundings.WorkingDirectory}";
            throw new UsageException($"{what} {expanded} cannot be read: the file does not exist{folder}.", wrong);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"{what} {expanded} cannot be read: {wrong.Message}", wrong);
        }
    }
}
