namespace Playbooks;

/// <summary>Paths of the machine that runs the playbook.</summary>
internal static class LocalFile
{
    // What the SDK tells a program of one file, so that it finds what lies beside it from wherever it is run.
    private static string? PlaybookFolder => AppContext.GetData("EntryPointFileDirectoryPath") as string;

    /// <summary>
    /// The whole path: from the home with <c>~/</c>; a relative one from the folder of the playbook's own file, where it is run as
    /// <c>dotnet run FILE.cs</c>, else from the working directory.
    /// </summary>
    internal static string PathOf(string path) => path is ['~', '/', ..]
        ? Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[2..])
        : Path.GetFullPath(path, PlaybookFolder ?? Environment.CurrentDirectory);

    /// <summary>Opens a file to read it from its beginning to its end, and again.</summary>
    /// <exception cref="IOException">There is no such file, or it is a directory, or no regular file.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be read.</exception>
    internal static FileStream Open(string source)
    {
        var path = PathOf(source);
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            throw new FileNotFoundException($"the source {source} does not exist{Folder(source)} on the machine that runs the playbook");
        }

        if (Directory.Exists(path))
        {
            throw new IOException($"the source {path} is a directory, which cannot be sent: send its files, or an archive of them");
        }

        var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
        return content.CanSeek ? content : throw new IOException($"the source {path} is not a regular file");
    }

    /// <summary>In which folder a path was looked for, where it does not say so itself.</summary>
    private static string Folder(string path) => path switch
    {
        ['~', '/', ..] => $" in {Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)}, the home,",
        _ when Path.IsPathRooted(path) => "",
        _ when PlaybookFolder is { } beside => $" in {beside}, the folder of the playbook's file,",
        _ => $" in {Environment.CurrentDirectory}, the working directory,",
    };
}
