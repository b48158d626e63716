using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>A block, of which is known what it is before there is one.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IOutlined
{
    /// <summary>Its name and tasks.</summary>
    static abstract BlockInfo Outline { get; }
}
