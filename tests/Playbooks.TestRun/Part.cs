namespace Playbooks.TestRun;

/// <summary>Which classes of a suite an invocation runs.</summary>
internal enum Part
{
    All,

    /// <summary>Those without the trait <c>Needs</c>.</summary>
    Unit,

    /// <summary>Those with it.</summary>
    Needy,
}
