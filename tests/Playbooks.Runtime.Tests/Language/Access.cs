namespace Playbooks.Runtime.Tests.Language;

[Flags]
public enum Access
{
    None = 0,
    Read = 1,
    Write = 2,
    List = 4,
    All = Read | Write | List,
}
