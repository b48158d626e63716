using Playbooks.Reference;

foreach (var page in ReferencePages.Of(ReferencePages.Root))
{
    page.Write();
}
