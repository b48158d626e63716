namespace Playbooks.Generator.Tests.Semantics;

/// <summary>How a random task runs.</summary>
internal enum TaskKind
{
    /// <summary>In the foreground.</summary>
    Foreground,

    /// <summary>As a job that is waited for.</summary>
    Polled,

    /// <summary>As a job that is not.</summary>
    Started,

    /// <summary>A block.</summary>
    Block,
}
