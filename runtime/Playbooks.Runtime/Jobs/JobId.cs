using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Playbooks.Jobs;

/// <summary>The ids of jobs, which are also the names of their directories.</summary>
internal static partial class JobId
{
    private const int LongestTask = 60;

    /// <summary>Returns the id of an effect's job. The same effect has the same id, so that its job starts only once.</summary>
    /// <param name="run">The run's id.</param>
    /// <param name="task">The path of the task.</param>
    /// <param name="host">The host's name.</param>
    /// <param name="item">The index of the item in a loop; <see langword="null"/> outside of loops.</param>
    /// <param name="attempt">0 for the first attempt; one more for each retry.</param>
    /// <param name="rerun">0 for the first job; one more each time a lost job starts again.</param>
    /// <param name="turn">0 for the first run; one more each time the task runs again in the same place.</param>
    /// <exception cref="UsageException">The run's id cannot be part of a directory's name.</exception>
    internal static string For(string run, string task, string host, int? item, int attempt, int rerun = 0, int turn = 0)
    {
        // Each text follows its length, so that two effects never have the same text.
        var effect = Encoding.UTF8.GetBytes($"{run.Length}:{run}{task.Length}:{task}{host.Length}:{host}{item}/{attempt}{(turn == 0 ? "" : $"#{turn}")}");
        var hash = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(effect));
        var name = NotInNames().Replace(task, "-").Trim('-').ToLowerInvariant();
        name = name.Length == 0 ? "task" : name[..Math.Min(name.Length, LongestTask)].TrimEnd('-');
        return Check($"{run}.{name}{(item is null ? "" : $"-{item}")}{(attempt == 0 ? "" : $"-r{attempt}")}.{hash:x8}{(rerun == 0 ? "" : $".{rerun + 1}")}");
    }

    /// <summary>Checks that a text is a valid id, and above all not a path.</summary>
    /// <returns>The id.</returns>
    /// <exception cref="UsageException">The text is not a valid id.</exception>
    internal static string Check(string id) =>
        IsValid(id)
            ? id
            : throw new UsageException($"'{id}' is not a valid job id: use at most 128 letters, digits, '.', '_' and '-', without '..'.");

    /// <summary>Returns whether a text is a valid id.</summary>
    internal static bool IsValid(string id) => Valid().IsMatch(id) && !id.Contains("..", StringComparison.Ordinal);

    /// <summary>Checks that a text is a valid key of a job.</summary>
    /// <returns>The key.</returns>
    /// <exception cref="UsageException">The text is not a valid key.</exception>
    internal static string CheckKey(string key) =>
        JobKey.IsPossible(key, JobKey.Longest)
            ? key
            : throw new UsageException($"'{key}' is not a valid job key: use at most {JobKey.Longest} letters, digits, '.', '_' and '-', without '..'.");

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,127}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Valid();

    [GeneratedRegex("[^A-Za-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotInNames();
}
