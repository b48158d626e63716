using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>A block whose name and tasks are known without creating an instance.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IOutlined
{
    /// <summary>The block's name and tasks.</summary>
    static abstract BlockInfo Outline { get; }
}
