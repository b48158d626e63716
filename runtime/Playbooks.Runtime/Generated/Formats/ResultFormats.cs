using System.ComponentModel;
using System.Runtime.CompilerServices;
using Playbooks.Language.Results;

namespace Playbooks.Generated;

/// <summary>The formats of all types of results. Generated code adds the formats of each assembly when the assembly is loaded.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ResultFormats
{
    /// <summary>Weak, so that an assembly whose types are here can be unloaded.</summary>
    private static readonly ConditionalWeakTable<Type, Entry> _entries = [];

    /// <summary>Adds the format of a type.</summary>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="make">Creates the format when it is first needed.</param>
    public static void Add<TResult>(Func<ResultFormat<TResult>> make)
        where TResult : TaskResult => _entries.AddOrUpdate(typeof(TResult), new Entry(make));

    internal static IResultFormat? Find(Type type) => _entries.TryGetValue(type, out var entry) ? entry.Format : null;

    /// <summary>Returns the format for reading results of a type.</summary>
    /// <exception cref="NotSupportedException">The type has no format.</exception>
    internal static ResultFormat<TResult> Of<TResult>()
        where TResult : TaskResult
    {
        if (Find(typeof(TResult)) is null)
        {
            // An assembly adds its formats when its first code runs. A result may be read before that.
            RuntimeHelpers.RunModuleConstructor(typeof(TResult).Module.ModuleHandle);
        }

        return (ResultFormat<TResult>?)Find(typeof(TResult))
            ?? throw new NotSupportedException(
                $"Results of the type {typeof(TResult)} cannot be read back. " +
                "Build the assembly of this type with the Playbooks generator, and fix the warnings PB0043.");
    }

    private sealed class Entry(Func<IResultFormat> make)
    {
        internal IResultFormat Format => field ??= make();
    }
}
