using System.Diagnostics;

namespace Playbooks.TestRun.Sample;

public sealed class HangingTests
{
    [Fact]
    public void Hangs_where_it_is_told_to()
    {
        if (Mode.Is("hang"))
        {
            using var child = Process.Start("sleep", "100000");
            File.WriteAllText(Path.Combine(Path.GetTempPath(), "child"), $"{child.Id}");
            child.WaitForExit();
        }
    }
}
