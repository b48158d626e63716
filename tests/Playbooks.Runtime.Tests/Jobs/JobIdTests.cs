using Playbooks.Jobs;

namespace Playbooks.Runtime.Tests.Jobs;

public sealed class JobIdTests
{
    [Fact]
    public void An_id_is_readable_and_always_the_same()
    {
        var id = JobId.For("20261123-221945-k3f9", "Backup", "db1", null, 0);

        Assert.Matches(@"\A20261123-221945-k3f9\.backup\.[0-9a-f]{8}\z", id);
        Assert.Equal(id, JobId.For("20261123-221945-k3f9", "Backup", "db1", null, 0));
    }

    [Fact]
    public void Another_effect_has_another_id()
    {
        string[] ids =
        [
            JobId.For("run", "Backup", "db1", null, 0),
            JobId.For("run2", "Backup", "db1", null, 0),
            JobId.For("run", "Back/up", "db1", null, 0),
            JobId.For("run", "Back up", "db1", null, 0),
            JobId.For("run", "Backup", "db2", null, 0),
            JobId.For("run", "Backup", "db1", 0, 0),
            JobId.For("run", "Backup", "db1", 1, 0),
            JobId.For("run", "Backup", "db1", null, 1),
            JobId.For("run", "Backup", "db1", 1, 1),
            JobId.For("run", "Backup", "db11", null, 0),
        ];

        Assert.Distinct(ids);
    }

    [Theory]
    [InlineData("Migrate/Run it!", "migrate-run-it")]
    [InlineData("../../etc", "etc")]
    [InlineData("ü", "task")]
    public void A_task_of_any_name_has_a_safe_id(string task, string readable) =>
        Assert.StartsWith($"run.{readable}.", JobId.For("run", task, "h", null, 0), StringComparison.Ordinal);

    [Fact]
    public void A_long_name_is_cut() =>
        Assert.InRange(JobId.For("20261123-221945-k3f9", new string('x', 500), "h", 1000, 3).Length, 1, 128);

    [Theory]
    [InlineData("../x")]
    [InlineData("a/b")]
    [InlineData("a..b")]
    [InlineData(".a")]
    [InlineData("-a")]
    [InlineData("")]
    [InlineData("a\n")]
    public void An_invalid_id_is_rejected(string id) => Assert.Throws<UsageException>(() => JobId.Check(id));

    [Fact]
    public void An_id_that_is_too_long_is_rejected()
    {
        Assert.Equal(128, JobId.Check(new string('a', 128)).Length);
        Assert.Throws<UsageException>(() => JobId.Check(new string('a', 129)));
    }
}
