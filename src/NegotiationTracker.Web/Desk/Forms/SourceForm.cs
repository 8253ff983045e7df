using NegotiationTracker.Data.Sources;

namespace NegotiationTracker.Web.Desk.Forms;

/// <summary>Who prints it, what, when, where.</summary>
internal static class SourceForm
{
    public static RecordForm Form { get; } = new("sources",
    [
        CommonSections.Begin(
            Enter.Line("publisher", "Publisher", required: true), Enter.Choice<SourceKind>("form", "Sort of publisher", required: true), Enter.Line("url", "Address", "https://…"), Enter.Line("headline", "Headline as printed"), Enter.Line("author", "Author as printed"), Enter.Date("published", "Published"),
            Enter.Line("language", "Language", "uk, ru, en")),
        new("How it was read", [Enter.Line("archiveUrl", "Address of an archived copy"), Enter.Date("accessedAt", "Read on"), Enter.Line("readAs", "How much of it was read"), Enter.Line("textSha256", "SHA-256 of the text as taken"), Enter.Text("weight", "How far it can be relied on, in words")]) { Folded = true },
        .. CommonSections.End(isSource: true),
    ]);
}
