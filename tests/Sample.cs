using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Playbooks;

/// <summary>
/// The part of an exhaustive table that a normal run takes: the same part on every machine. <c>tests/run --seed N</c> takes
/// another part, <c>tests/run --all</c> takes everything.
/// </summary>
public static class Sample
{
    /// <summary>Whether this run takes everything.</summary>
    public static bool TakesAll { get; } = Environment.GetEnvironmentVariable("TESTS_ALL") == "1";

    /// <summary>The seed that chooses the part; 1 unless the run names another.</summary>
    public static string Seed { get; } = Environment.GetEnvironmentVariable("TESTS_SEED") ?? "1";

    /// <summary>How many random cases to run.</summary>
    public static int Size(int normal, int all) => TakesAll ? all : normal;

    /// <summary>Takes so many entries of a table, in the table's order.</summary>
    /// <param name="table">All entries.</param>
    /// <param name="count">How many a normal run takes.</param>
    /// <param name="name">A name of the table, so that two tables of one size do not give the same places.</param>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> table, int count, string name) =>
        TakesAll || count >= table.Count
            ? table
            : [.. Places(table.Count, count, name).Order().Select(place => table[place])];

    /// <summary>A source of random numbers that gives the same ones for one seed and name, on every machine.</summary>
    public static Random Random(string name) =>
        new(BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{Seed} {name}"))));

    private static IEnumerable<int> Places(int length, int count, string name)
    {
        var places = Enumerable.Range(0, length).ToArray();
        Random(name).Shuffle(places);
        return places.Take(count);
    }
}
