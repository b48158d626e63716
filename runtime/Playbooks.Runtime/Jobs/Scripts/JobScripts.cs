using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Playbooks.Jobs.Following;

namespace Playbooks.Jobs.Scripts;

/// <summary>
/// The scripts that are sent to hosts, built from the <c>.sh</c> files in the folders beside this one. Each is one compound command: a shell reads it
/// completely before it runs any of it, so a truncated script does nothing.
/// </summary>
internal static partial class JobScripts
{
    // A user may export SHELLOPTS, which sets options in bash.
    private const string PlainOptions = "set +efuC\n";

    // The shell has the file open, so it can still read it.
    private const string RemoveItself = "rm -f \"$0\"\n";

    /// <summary>Enables lingering for the user.</summary>
    internal static readonly string Linger = Whole(ShellFile.Text("process", "linger"));

    /// <summary>If the user is root: prints the control groups of the shell, and the version of systemd.</summary>
    internal const string RootsSession = "[ \"$(id -u)\" != 0 ] || { cat /proc/self/cgroup; systemd-run --version; }";

    /// <summary>Prints where a job of the user outlives the login.</summary>
    /// <param name="hasFailed">Whether systemd has failed to create a scope.</param>
    internal static string Place(bool hasFailed) => Whole(ShellFile.Text("place"), ("tried", hasFailed ? "yes" : ""));

    /// <summary>Starts a job, or finds it if it was already started.</summary>
    /// <param name="job">The job.</param>
    /// <param name="directory">The directory for jobs.</param>
    /// <param name="scope">The systemd that creates a scope for the job: <c>system</c> or <c>user</c>; empty for no scope.</param>
    /// <exception cref="FormatException">An environment variable has an invalid name.</exception>
    internal static string Start(JobSpec job, string directory, string scope = "")
    {
        var key = job.Key is null ? "" : JobId.CheckKey(job.Key);
        var supervisorScript = ShellFile.Text("valid", "process", "common", "end-tree", "tree", "supervisor");
        var supervisor = Whole(
            Keeping(supervisorScript),
            supervisorScript,
            ("id", job.Id),
            ("limit", Seconds(job.Limit)),
            ("grace", Seconds(job.Grace)),
            ("key", key),
            ("keep", job.KeepsOutput is { } keep ? Seconds(keep) : ""),
            ("when", job.SkipScript ?? ""),
            ("about", About(job)));

        // A random word, so that no text in a here-document can end it early.
        var end = RandomNumberGenerator.GetHexString(32);
        var starter = ShellFile.Text("valid", "process", "common", "base", "start");
        var start = Placeholder().Replace(starter, place => place.Value switch
        {
            "@supervisor@" => supervisor,
            "@task@" => (job.HidesScript || job.KeepsOutput is not null ? RemoveItself : "") + Exports(job.Env) + job.Script,
            _ => place.Value.Trim('@') + end,
        });
        return Whole(
            Keeping(starter),
            start,
            ("id", job.Id),
            ("base", directory),
            ("limit", Seconds(job.Limit)),
            ("grace", Seconds(job.Grace)),
            ("key", key),
            ("scope", scope));
    }

    /// <summary>Checks a job once.</summary>
    internal static string Look(JobHandle job) => About(job, ShellFile.Text("valid", "process", "common", "job", "look"));

    /// <summary>Prints the last part of each stream.</summary>
    internal static string Read(JobHandle job, int most) =>
        About(job, ShellFile.Text("valid", "job", "read"), ("most", most.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Prints the length of each stream.</summary>
    internal static string Size(JobHandle job) => About(job, ShellFile.Text("valid", "job", "size"));

    /// <summary>Cancels a job.</summary>
    internal static string Cancel(JobHandle job, TimeSpan grace) =>
        About(job, ShellFile.Text("valid", "process", "common", "job", "end-tree", "tree", "cancel"), ("grace", Seconds(grace)));

    /// <summary>Removes the directory of a job that has ended.</summary>
    internal static string Remove(JobHandle job) => About(job, ShellFile.Text("valid", "process", "common", "job", "end-tree", "tree", "remove"));

    /// <summary>Removes the directories of jobs that ended long enough ago.</summary>
    internal static string Clean(string directory, TimeSpan olderThan) =>
        Whole(ShellFile.Text("valid", "process", "common", "end-tree", "tree", "base", "clean"), ("base", directory), ("older", Seconds(olderThan)));

    /// <summary>Waits for jobs. After it has printed that it is ready, it reads from its standard input which jobs to wait for.</summary>
    /// <param name="mark">Begins each line that the script prints, to distinguish it from other output of the shell.</param>
    internal static string Watch(string mark) => Whole(ShellFile.Text("valid", "process", "common", "watch"), ("mark", mark));

    /// <summary>Prints what some streams contain beyond the positions up to which they were read.</summary>
    /// <param name="directory">The directory for jobs.</param>
    /// <param name="mark">Stands before and after each part. It is secret, so that no job can print it.</param>
    /// <param name="streams">The streams.</param>
    internal static string Follow(string directory, string mark, IEnumerable<FollowedStream> streams) =>
        Whole(
            ShellFile.Text("valid", "follow"),
            ("base", directory),
            ("mark", mark),
            ("wanted", string.Join(' ', streams.OrderBy(stream => stream.Name, StringComparer.Ordinal).Select(stream => stream.Place))));

    /// <summary>Lists the jobs.</summary>
    internal static string List(string directory) =>
        Whole(ShellFile.Text("valid", "process", "common", "base", "list"), ("base", directory), ("below", BelowHome(directory) ?? ""));

    /// <summary>Records that a user has jobs.</summary>
    internal static string NoteUser(string directory, string user) => Whole(ShellFile.Text("base", "note-user"), ("base", directory), ("user", user));

    /// <summary>Returns the path of a directory relative to each user's home; <see langword="null"/> if it is the same directory for all users.</summary>
    internal static string? BelowHome(string directory) => directory[0] switch
    {
        '/' => null,
        '~' => directory.Length > 2 ? directory[2..] : ".",
        _ => directory,
    };

    /// <summary>Returns whether a text can be the name of a user and of a file.</summary>
    internal static bool IsUser(string name) => name.Length > 0 && name[0] is not ('.' or '-') && !name.Any(c => c == '/' || char.IsControl(c));

    // This includes the names of the values that are set before a script.
    private static string Keeping(string script) => ShellFile.Text("environment").Replace(
        "@names@",
        string.Join(' ', Variable().Matches(script).SelectMany(match => match.Groups["name"].Captures).Select(name => name.Value)
            .Concat(["id", "base", "limit", "grace", "key", "keep", "when", "about", "scope"]).Distinct().Order(StringComparer.Ordinal)),
        StringComparison.Ordinal);

    private static string About(JobSpec job) =>
        $"\"grace\":{Seconds(job.Grace)},\"playbook\":{Json(job.Playbook)},\"task\":{Json(job.Task)},\"run\":{Json(job.Run)}" +
        $"{(job.Key is null ? "" : $",\"key\":{Json(job.Key)}")}{(job.KeepsOutput is null ? "" : ",\"noLog\":true")}";

    private static string About(JobHandle job, string script, params ReadOnlySpan<(string Name, string Value)> values) =>
        Whole(script, [("id", job.Id), ("dir", job.Directory), .. values]);

    private static string Whole(string script, params ReadOnlySpan<(string Name, string Value)> values) => Whole(PlainOptions, script, values);

    private static string Whole(string before, string script, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = new StringBuilder("{\n").Append(before);
        foreach (var (name, value) in values)
        {
            text.Append(name).Append('=').Append(ShellText.Quote(value)).Append('\n');
        }

        return text.Append(script).Append("}\n").ToString();
    }

    private static string Exports(IReadOnlyDictionary<string, string>? env) =>
        string.Concat((env ?? new Dictionary<string, string>()).Select(variable => VariableName().IsMatch(variable.Key)
            ? $"export {variable.Key}={ShellText.Quote(variable.Value)}\n"
            : throw new FormatException($"'{variable.Key}' is not a valid name of an environment variable: use letters, digits and '_'.")));

    // The result is ASCII, without quotes or backslashes that have a meaning in a here-document.
    private static string Json(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private static string Seconds(TimeSpan time) =>
        Math.Max(0, (long)Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("@(supervisor|task)(-end)?@", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    // Variables that are assigned, read, or used as loop variables.
    [GeneratedRegex(
        @"(?<![^\s;({])(?:(?<name>[a-z]\w*)=|read -r(?: (?<name>[a-z]\w*))+|for (?<name>[a-z]\w*)\b)|\$\{(?<name>[a-z]\w*):=", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex VariableName();
}
