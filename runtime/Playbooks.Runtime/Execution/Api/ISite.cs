using Playbooks.Generated;

namespace Playbooks;

/// <summary>A site, as the generator makes it of a <c>[Playbook]</c> record without a pattern, whose members are playbooks.</summary>
public interface ISite : IPlaybook
{
    /// <summary>Its playbooks, in order.</summary>
    IEnumerable<SitePlay> Plays();
}
