using System.Collections.Concurrent;

namespace Playbooks.Ssh.Tests.Hosts;

/// <summary>The logs of the labs that are up: those of a failed test's lab are kept.</summary>
internal static class LabLogs
{
    private static readonly ConcurrentDictionary<Lab, string?> _labs = new();

    private static string Folder { get; } = Environment.GetEnvironmentVariable("TESTS_LOGS") ?? Repository.Path("artifacts", "tests", "logs");

    // A lab is the fixture of a class, which the framework names while it makes the fixture.
    private static string? Class => TestContext.Current.TestClass?.TestClassName;

    internal static void Add(Lab lab) => _labs[lab] = Class;

    internal static void Remove(Lab lab) => _labs.TryRemove(lab, out _);

    /// <summary>Copies the logs of the labs of the test that runs now.</summary>
    /// <returns>The folder that they are in, or <c>null</c> if the test has no lab.</returns>
    internal static string? Keep(string test)
    {
        var own = _labs.Where(lab => lab.Value == Class).Select(lab => lab.Key).ToList();
        var folder = Path.Combine(Folder, test);
        foreach (var lab in own)
        {
            Directory.CreateDirectory(folder);
            foreach (var host in lab.Names.Where(host => File.Exists(lab.Log(host))))
            {
                File.Copy(lab.Log(host), Path.Combine(folder, $"{host}.log"), overwrite: true);
            }
        }

        return own.Count > 0 ? folder : null;
    }
}
