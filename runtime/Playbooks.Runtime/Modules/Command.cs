namespace Playbooks;

/// <summary>Runs a program without a shell.</summary>
/// <param name="Line">The program and its arguments.</param>
public sealed record Command(CommandLine Line) : ScriptModule<CommandResult>
{
    /// <inheritdoc/>
    protected internal override string Script => throw new NotSupportedException();

    /// <inheritdoc/>
    protected internal override CommandResult Parse(ScriptOutcome outcome) => throw new NotSupportedException();
}
