using Playbooks.Generated;

namespace Playbooks.Runtime.Tests.Language;

/// <summary>Variables of a <c>[Flags]</c> enum.</summary>
public sealed class FlagsTests
{
    [Theory]
    [InlineData("read", Access.Read)]
    [InlineData("Read,Write", Access.Read | Access.Write)]
    [InlineData("read, list", Access.Read | Access.List)]
    [InlineData("All", Access.All)]
    [InlineData("none", Access.None)]
    public void They_are_given_by_their_names(string text, Access value) =>
        Assert.Equal(value, Variable.OfEnum<Access>("Access", "access").Parse([text]));

    [Theory]
    [InlineData("8")]
    [InlineData("read,walk")]
    [InlineData("")]
    public void A_value_that_is_not_one_of_the_names_is_rejected(string text) =>
        Assert.Throws<FormatException>(() => Variable.OfEnum<Access>("Access", "access").Parse([text]));

    [Fact]
    public void Several_of_an_enum_without_flags_are_no_value() =>
        Assert.Throws<FormatException>(() => Variable.OfEnum<DayOfWeek>("Day", "day").Parse(["monday,tuesday"]));

    [Fact]
    public void In_a_list_each_item_may_be_several() => Assert.Equal(
        new[] { Access.Read | Access.Write, Access.List },
        Variable.ListOfEnum<Access>("Access", "access").Parse([@"read\,write,list"]));

    [Fact]
    public void Help_says_how_several_are_given() =>
        Assert.Equal("None|Read|Write|List|All; several: a,b", Variable.OfEnum<Access>("Access", "access").Kind);
}
