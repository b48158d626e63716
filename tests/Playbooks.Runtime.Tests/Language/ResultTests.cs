using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Playbooks.Runtime.Tests.Language;

/// <summary>What each result writes: public names that scripts read.</summary>
public sealed class ResultTests
{
    [Fact]
    public void Results_write_their_own_properties_in_camel_case()
    {
        Written(new DebugResult { Text = "a" }, """{"text":"a"}""");
        Written(new CleanJobsResult { Removed = ["a", "b"] }, """{"removed":["a","b"]}""");
        Written(new RebootResult { Elapsed = TimeSpan.FromSeconds(1.5), Rebooted = true }, """{"elapsed":1.5,"rebooted":true}""");
        Written(
            new CommandResult { Rc = 1, Stdout = "o", Stderr = "e" }, """{"rc":1,"stdout":"o","stderr":"e","timedOut":false}""");
        Written(
            new CommandResult { TimedOut = true, Signal = "KILL" }, """{"rc":null,"stdout":"","stderr":"","timedOut":true,"signal":"KILL"}""");
        Written(
            new CopyResult { Destination = "/d", Checksum = "ab", Size = 3 }, """{"destination":"/d","checksum":"ab","size":3}""");
        Written(
            new CopyResult { Destination = "/d", Checksum = "ab", BackupFile = "/b" },
            """{"destination":"/d","checksum":"ab","size":0,"backupFile":"/b"}""");
        Written(new StatResult(), """{"exists":false}""");
        Written(
            new StatResult
            {
                Exists = true,
                IsLink = true,
                Size = 4,
                Mode = "0777",
                Owner = "o",
                Group = "g",
                Uid = 1,
                Gid = 2,
                Modified = DateTimeOffset.UnixEpoch,
                LinkTarget = "t",
                Checksum = "ab",
            },
            """
            {"exists":true,"isDirectory":false,"isRegular":false,"isLink":true,"size":4,"mode":"0777","owner":"o","group":"g","uid":1,"gid":2,
            "modified":"1970-01-01T00:00:00Z","linkTarget":"t","checksum":"ab"}
            """);
        Written(
            new AptResult
            {
                Rc = 0,
                Stdout = "o",
                Upgraded = ["a"],
                Installed = ["b"],
                Removed = ["c"],
                Downgraded = ["d"],
                Configured = ["e"],
                HeldBack = ["f"],
                CacheUpdated = true
            },
            """
            {"rc":0,"stdout":"o","stderr":"","upgraded":["a"],"installed":["b"],"removed":["c"],
            "downgraded":["d"],"configured":["e"],"heldBack":["f"],"cacheUpdated":true}
            """);
        Written(
            new HttpResult { Status = 200, Content = "c", Headers = new Dictionary<string, string> { ["A"] = "b" }, Url = "http://x/", Redirected = true },
            """{"status":200,"content":"c","headers":{"A":"b"},"url":"http://x/","redirected":true}""");
        Written(new HttpResult { Url = "u" }, """{"status":null,"content":"","headers":{},"url":"u","redirected":false}""");
    }

    [Fact]
    [Language("S2")]
    public void Lines_are_without_their_ends()
    {
        Assert.Equal(["a", "", "b"], new CommandResult { Stdout = "a\r\n\nb" }.StdoutLines);
        Assert.Equal(["c", "d"], new CommandResult { Stderr = "c\nd" }.StderrLines);
    }

    private static void Written(TaskResult result, string own)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            result.WriteProperties(writer);
            writer.WriteEndObject();
        }

        const string common =
            """{"changed":false,"failed":false,"skipped":false,"started":"0001-01-01T00:00:00Z","ended":"0001-01-01T00:00:00Z","duration":0,""";
        Assert.Equal(common + own.ReplaceLineEndings("")[1..], Encoding.UTF8.GetString(buffer.WrittenSpan));
    }
}
