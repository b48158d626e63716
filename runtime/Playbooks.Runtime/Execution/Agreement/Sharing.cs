namespace Playbooks.Execution.Agreement;

/// <summary>How what a task gives becomes data that other hosts can have, and what they make of it.</summary>
/// <typeparam name="T">What it gives.</typeparam>
/// <param name="Share">Makes data of it.</param>
/// <param name="Receive">Makes it of the data.</param>
internal sealed record Sharing<T>(Func<T, SharedValue> Share, Func<SharedValue, T> Receive)
    where T : class
{
    /// <summary>For results, which are data.</summary>
    internal static readonly Sharing<T> Whole = new(static given => new(given), static shared => (T)shared.Result!);
}
