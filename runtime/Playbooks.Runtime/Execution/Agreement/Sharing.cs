namespace Playbooks.Execution.Agreement;

/// <summary>Converts what a task returns to data that other hosts can read, and back.</summary>
/// <typeparam name="T">The type of what the task returns.</typeparam>
/// <param name="Share">Converts it to data.</param>
/// <param name="Receive">Converts the data back.</param>
internal sealed record Sharing<T>(Func<T, SharedValue> Share, Func<SharedValue, T> Receive)
    where T : class
{
    /// <summary>For results, which are already data.</summary>
    internal static readonly Sharing<T> Whole = new(static given => new(given), static shared => (T)shared.Result!);
}
