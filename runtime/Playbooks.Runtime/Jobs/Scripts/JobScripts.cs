using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Playbooks.Jobs.Following;

namespace Playbooks.Jobs.Scripts;

/// <summary>
/// The scripts that are sent to hosts, made of the <c>.sh</c> files in the folders beside this one. Each is one compound command, which a
/// shell reads whole before it runs any of it: a truncated one does nothing.
/// </summary>
internal static partial class JobScripts
{
    // bash has the options of a user who exports SHELLOPTS.
    private const string PlainOptions = "set +efuC\n";

    // A shell keeps open what it reads.
    private const string RemoveItself = "rm -f \"$0\"\n";

    /// <summary>Has the user linger.</summary>
    internal static readonly string Linger = Whole(ShellFile.Text("process", "linger"));

    /// <summary>Says in which control groups root is, and the version of systemd, where it is root who asks.</summary>
    internal const string RootsSession = "[ \"$(id -u)\" != 0 ] || { cat /proc/self/cgroup; systemd-run --version; }";

    /// <summary>Says where a job of the user outlives the login.</summary>
    /// <param name="hasFailed">Whether systemd has given no scope.</param>
    internal static string Place(bool hasFailed) => Whole(ShellFile.Text("place"), ("tried", hasFailed ? "yes" : ""));

    /// <summary>Starts a job, or finds it started.</summary>
    /// <param name="job">The job.</param>
    /// <param name="directory">Where jobs live.</param>
    /// <param name="scope">Whose systemd gives it a scope of its own: <c>system</c>, <c>user</c>, or nobody's.</param>
    /// <exception cref="FormatException">A variable of its environment has a bad name.</exception>
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

        // Nobody can end the here-documents early who does not know this.
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

    /// <summary>Looks once.</summary>
    internal static string Look(JobHandle job) => About(job, ShellFile.Text("valid", "process", "common", "job", "look"));

    /// <summary>Gives the last part of each stream.</summary>
    internal static string Read(JobHandle job, int most) =>
        About(job, ShellFile.Text("valid", "job", "read"), ("most", most.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Says how long each stream is.</summary>
    internal static string Size(JobHandle job) => About(job, ShellFile.Text("valid", "job", "size"));

    /// <summary>Cancels a job.</summary>
    internal static string Cancel(JobHandle job, TimeSpan grace) =>
        About(job, ShellFile.Text("valid", "process", "common", "job", "end-tree", "tree", "cancel"), ("grace", Seconds(grace)));

    /// <summary>Removes an ended job's directory.</summary>
    internal static string Remove(JobHandle job) => About(job, ShellFile.Text("valid", "process", "common", "job", "end-tree", "tree", "remove"));

    /// <summary>Removes the directories of jobs that ended long enough ago.</summary>
    internal static string Clean(string directory, TimeSpan olderThan) =>
        Whole(ShellFile.Text("valid", "process", "common", "end-tree", "tree", "base", "clean"), ("base", directory), ("older", Seconds(olderThan)));

    /// <summary>Waits for jobs, as it is told on its standard input after it has said that it is ready.</summary>
    /// <param name="mark">Stands before each line that it says: nothing else that its shell prints is meant.</param>
    internal static string Watch(string mark) => Whole(ShellFile.Text("valid", "process", "common", "watch"), ("mark", mark));

    /// <summary>Prints what some streams have beyond the offsets up to which they were read.</summary>
    /// <param name="directory">The directory of the jobs' directories.</param>
    /// <param name="mark">Stands before and after each part: nobody can print it who does not know it.</param>
    /// <param name="streams">The streams.</param>
    internal static string Follow(string directory, string mark, IEnumerable<FollowedStream> streams) =>
        Whole(
            ShellFile.Text("valid", "follow"),
            ("base", directory),
            ("mark", mark),
            ("wanted", string.Join(' ', streams.OrderBy(stream => stream.Name, StringComparer.Ordinal).Select(stream => stream.Place))));

    /// <summary>Says which jobs there are.</summary>
    internal static string List(string directory) =>
        Whole(ShellFile.Text("valid", "process", "common", "base", "list"), ("base", directory), ("below", BelowHome(directory) ?? ""));

    /// <summary>Notes that a user has jobs.</summary>
    internal static string NoteUser(string directory, string user) => Whole(ShellFile.Text("base", "note-user"), ("base", directory), ("user", user));

    /// <summary>Where in each user's home a directory is; <see langword="null"/> where it is the same one for all.</summary>
    internal static string? BelowHome(string directory) => directory[0] switch
    {
        '/' => null,
        '~' => directory.Length > 2 ? directory[2..] : ".",
        _ => directory,
    };

    /// <summary>Whether this can be the name of a user, and of a file.</summary>
    internal static bool IsUser(string name) => name.Length > 0 && name[0] is not ('.' or '-') && !name.Any(c => c == '/' || char.IsControl(c));

    // Also the names of the values that stand before a script.
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
            : throw new FormatException($"'{variable.Key}' is no name of an environment variable: letters, digits and '_'.")));

    // ASCII without quotes or backslashes of its own meaning to a shell's here-document.
    private static string Json(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private static string Seconds(TimeSpan time) =>
        Math.Max(0, (long)Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("@(supervisor|task)(-end)?@", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    // What is assigned, read, or counted through.
    [GeneratedRegex(
        @"(?<![^\s;({])(?:(?<name>[a-z]\w*)=|read -r(?: (?<name>[a-z]\w*))+|for (?<name>[a-z]\w*)\b)|\$\{(?<name>[a-z]\w*):=", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex VariableName();
}
