using Playbooks.Generated;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Generation;

/// <summary>What a compiled playbook says about the order of its hosts.</summary>
public sealed class SeveralHostsTests
{
    [Theory]
    [InlineData("2", "2")]
    [InlineData("\"30%\"", "30%")]
    [InlineData("new[] { 1, 5 }", "1, 5")]
    [InlineData("new[] { \"10%\", \"100%\" }", "10%, 100%")]
    [InlineData("new object[] { 1, \"25%\" }", "1, 25%")]
    [InlineData("null", "")]
    public void Serial_is_a_number_a_percentage_or_a_list(string written, string sizes) => Assert.Equal(
        sizes,
        string.Join(", ", Info($"Serial = {written}").Serial.Select(size => size.Value + (size.IsPercentage ? "%" : ""))));

    [Fact]
    public void Omitted_settings_have_their_defaults()
    {
        var info = Info("Become = true");
        Assert.Equal((Strategy.Linear, 0, 100, false), (info.Strategy, info.Serial.Count, info.MaxFailPercentage, info.AnyErrorsFatal));
        Assert.Null(info.Tasks[0].Throttle);
    }

    [Fact]
    public void Settings_of_the_record_are_known_to_the_playbook()
    {
        var info = Info("Strategy = Strategy.Free, MaxFailPercentage = 0, AnyErrorsFatal = true", "[Throttle(3), DelegateTo(\"lb1\")]");
        Assert.Equal((Strategy.Free, 0, true), (info.Strategy, info.MaxFailPercentage, info.AnyErrorsFatal));
        Assert.Equal((3, "lb1"), (info.Tasks[0].Throttle, info.Tasks[0].DelegateTo));
    }

    private static PlaybookInfo Info(string order, string attributes = "") => LoadedProgram.Of($$"""
        [Playbook("web", {{order}})]
        public partial record Deploy
        {
            {{attributes}} public Command Fetch => new("fetch");
        }

        public static class Probe { public static global::Playbooks.Generated.PlaybookInfo Info() => PlaybookDefinition.Of<Deploy>().Info; }
        """).Call<PlaybookInfo>("Probe", "Info");
}
