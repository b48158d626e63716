namespace Playbooks.Jobs;

/// <summary>The directory for jobs on hosts.</summary>
internal static class JobsDirectory
{
    private const string Default = "~/.playbooks_async";

    /// <summary>Returns the directory.</summary>
    /// <param name="asyncDirectory">
    /// The requested directory; <c>~</c> is the home of the task's user. <see langword="null"/> for <c>~/.playbooks_async</c>.
    /// </param>
    /// <exception cref="UsageException">The directory's name cannot be used.</exception>
    internal static string Of(string? asyncDirectory)
    {
        var directory = asyncDirectory ?? Default;
        return directory.Length == 0 || directory.Any(char.IsControl) || (directory[0] == '~' && directory.Length > 1 && directory[1] != '/')
            ? throw new UsageException(
                $"--async-dir is '{directory}', which cannot be used. Write an absolute path, or a path that begins with ~/ (the home of the task's user).")
            : directory;
    }
}
