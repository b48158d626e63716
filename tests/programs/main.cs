#:project ../../runtime/Playbooks/Playbooks.csproj
using Playbooks;

// A Main of one's own: with options of the command line, or with those that are made here.
return args is ["--made-here"]
    ? await new OwnMain("made here").RunConsoleAsync(new RunOptions())
    : await new OwnMain("given").RunConsoleAsync(args);

/// <summary>Says what it was given, and fails.</summary>
/// <param name="Text">What to say.</param>
[Playbook("all")]
public partial record OwnMain(string Text)
{
    public Debug Said => new(Text);

    public Shell Failing => new("exit 3");
}
