using System.Text.Json.Nodes;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Parties;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Data.Sources;
using NegotiationTracker.Web.Desk.Picking;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Desk.Picking;

public sealed class NewRecordTests
{
    private static readonly string[] Processes = ["ukraine-2025"];

    [Theory]
    [InlineData("Умєров Рустем Енверович", false, "Rustem Umierov")]
    [InlineData("Сергій Кислиця", false, "Serhii Kyslytsia")]
    [InlineData("Євген Мойсюк", false, "Yevhen Moisiuk")]
    [InlineData("Юлія Згурська", false, "Yuliia Zghurska")]
    [InlineData("Анна Іваненко-Петренко", false, "Anna Ivanenko-Petrenko")]
    [InlineData("Игорь Костюков", true, "Igor Kostyukov")]
    [InlineData("Дмитрий Песков", true, "Dmitry Peskov")]
    [InlineData("Елена Подобреевская", true, "Yelena Podobreevskaya")]
    [InlineData("UMEROV Rustem", false, "Umerov Rustem")]
    [InlineData("Steve Witkoff", false, "Steve Witkoff")]
    public void The_English_spelling_of_a_name_is_proposed(string printed, bool russian, string proposed) => Romanisation.Of(printed, russian).ShouldBe(proposed);

    [Fact]
    public void A_new_person_keeps_the_name_as_printed_and_cites_the_source_at_hand()
    {
        var made = NewRecord.From("people", "Іваненко Іван Іванович", "ukraine", Processes, "seed-002");
        (made.Title, made.Organization) = ("Adviser", "office-of-the-president-of-ukraine");
        var person = Read<PersonDocument>(made);
        person.Title.ShouldBe("Ivan Ivanenko");
        person.Slug.ShouldBe("ivan-ivanenko");
        person.Names.Select(n => (n.Value, n.Kind)).ShouldBe([("Ivan Ivanenko", NameKind.Transliteration), ("Іваненко Іван Іванович", NameKind.Primary)]);
        person.Postings.ShouldHaveSingleItem().OnBehalfOf.ShouldBe("ukraine");
        person.Citations.ShouldHaveSingleItem().Source.ShouldBe("seed-002");
    }

    [Fact]
    public void A_new_party_organization_and_record_of_any_other_kind_are_whole_with_a_source_at_hand()
    {
        var party = NewRecord.From("parties", "Kingdom of Norway", null, Processes, "seed-002");
        party.Mark = "no";
        Read<PartyDocument>(party).Mark.ShouldBe("NO");
        Read<OrganizationDocument>(NewRecord.From("organizations", "Navy Command", "ukraine", Processes, "seed-002")).Party.ShouldBe("ukraine");
    }

    [Fact]
    public void A_new_source_is_begun_from_its_address()
    {
        var made = NewRecord.From("sources", "https://example.org/news/1", null, Processes, "seed-002");
        (made.Name, made.Publisher, made.Date) = ("A headline", "Example News", "2025-06-02");
        var source = Read<SourceDocument>(made);
        source.Url.ShouldBe("https://example.org/news/1");
        source.Citations.ShouldBeEmpty("a source is its own evidence");
    }

    [Theory]
    [InlineData("Çırağan Palace & the 2nd round", "talks", "ciragan-palace-the-2nd-round")]
    [InlineData("習近平", "people", "person")]
    [InlineData("--- ", "sources", "source")]
    public void A_slug_is_made_of_the_title(string title, string kind, string slug) => NewRecord.SlugOf(title, kind).ShouldBe(slug);

    [Fact]
    public void A_long_title_gives_a_slug_that_fits() => NewRecord.SlugOf(new string('x', 300), "talks").Length.ShouldBeLessThan(RecordDocument.MaxSlug);

    private static T Read<T>(NewRecord made)
        where T : RecordDocument
    {
        var (document, faults) = DocumentReader.Check(Kinds.Get(made.Kind), (JsonObject)made.Seed(NewRecord.SlugOf(made.Name, made.Kind)).DeepClone());
        faults.ShouldBeEmpty();
        return document.ShouldBeOfType<T>();
    }
}
