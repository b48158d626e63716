using Playbooks.Generated;

namespace Playbooks;

/// <summary>
/// A site: a playbook whose members are other playbooks. The generator implements this interface for each <c>[Playbook]</c> record without a pattern.
/// </summary>
public interface ISite : IPlaybook
{
    /// <summary>Returns the site's playbooks, in the order in which they run.</summary>
    IEnumerable<SitePlay> Plays();
}
