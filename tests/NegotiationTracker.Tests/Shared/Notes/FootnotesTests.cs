using AngleSharp.Html.Parser;
using NegotiationTracker.Tests.Shared.Shell;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Shared.Notes;

public sealed class FootnotesTests(ShellServer server)
{
    [Fact]
    public async Task A_note_names_publisher_claimant_words_and_place_and_leads_to_its_source()
    {
        var note = (await NotesAsync())[0];

        note.Id.ShouldBe("n1");
        note.HasAttribute("popover").ShouldBeTrue();
        foreach (var part in (string[])["Hakan Fidan, in", "Anadolu Agency", "Talks end in Istanbul", "2 June 2025", "paragraph 3", "a little over an hour"])
            note.TextContent.ShouldContain(part);
        note.QuerySelectorAll("a").Select(a => a.GetAttribute("href"))
            .ShouldBe(["/sources/aa-1", "https://example.org/aa", "https://archive.example.org/aa"]);
    }

    [Fact]
    public async Task An_address_that_is_not_of_the_web_is_not_linked()
    {
        var note = (await NotesAsync())[1];

        note.QuerySelectorAll("a").ShouldBeEmpty();
        note.QuerySelector("cite")!.GetAttribute("lang").ShouldBe("uk");
    }

    private async Task<List<AngleSharp.Dom.IElement>> NotesAsync()
    {
        var html = await server.Client.GetStringAsync("/tests/notes", TestContext.Current.CancellationToken);
        return [.. new HtmlParser().ParseDocument(html).QuerySelectorAll("ol.notes > li")];
    }
}
