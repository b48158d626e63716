namespace Playbooks.TestRun.Sample;

public sealed class SampleTests(ITestOutputHelper output)
{
    [Fact]
    public void Passes()
    {
    }

    [Fact]
    public void Prints_where_it_is_told_to()
    {
        if (Mode.Is("print"))
        {
            Console.WriteLine("{ a line of its own");
            Console.Write("a part of a line");
        }
    }

    [Fact]
    public void Fails_where_it_is_told_to()
    {
        output.WriteLine("what the test wrote");
        Assert.False(Mode.Is("fail"), "the test was told to fail");
    }

    [Fact]
    public void Ends_its_process_where_it_is_told_to()
    {
        if (Mode.Is("crash"))
        {
            Console.Error.WriteLine("last words");
            Environment.Exit(7);
        }
    }

    [Fact(Skip = "so that there is one")]
    public void Is_skipped()
    {
    }
}
