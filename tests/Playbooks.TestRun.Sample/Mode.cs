namespace Playbooks.TestRun.Sample;

/// <summary>What the tests of the runner want of this suite: the environment names the folder of the run, and a file there says it.</summary>
internal static class Mode
{
    internal static bool Is(string mode) => File.ReadAllText(Path.Combine(Environment.GetEnvironmentVariable("TMPDIR")!, "..", "mode")) == mode;
}
