using Playbooks.Generated;

namespace Playbooks.Runtime.Tests.Language;

public sealed class DurationTests
{
    [Theory]
    [InlineData("30", 30)]
    [InlineData("1.5", 1.5)]
    [InlineData("90s", 90)]
    [InlineData("5m", 300)]
    [InlineData("2h", 7200)]
    [InlineData("1d", 86400)]
    [InlineData("1.00:00:10", 86410)]
    [InlineData("00:05:00", 300)]
    public void A_plain_number_is_seconds_and_units_have_letters(string text, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Variable.Of<TimeSpan>("MaxAge", "max-age").Parse([text]));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("5x")]
    [InlineData("-5m")]
    public void An_invalid_duration_is_rejected(string text) =>
        Assert.Throws<FormatException>(() => Variable.Of<TimeSpan>("MaxAge", "max-age").Parse([text]));
}
