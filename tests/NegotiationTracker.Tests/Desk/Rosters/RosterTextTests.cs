using NegotiationTracker.Data.Delegations;
using NegotiationTracker.Web.Desk.Rosters;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Desk.Rosters;

public sealed class RosterTextTests
{
    [Theory]
    [InlineData("Rustem Umerov, Minister of Defence, Ministry of Defence of Ukraine", "Rustem Umerov", "Minister of Defence", "Ministry of Defence of Ukraine", null)]
    [InlineData("Rustem Umerov, Minister of Defence of Ukraine, head of the delegation", "Rustem Umerov", "Minister of Defence of Ukraine", null, MemberRole.Head)]
    [InlineData("1. Умєров Рустем Енверович — Міністр оборони України (голова делегації);", "Умєров Рустем Енверович", "Міністр оборони України", null, MemberRole.Head)]
    [InlineData("УМЄРОВ Рустем Енверович - Секретар Ради національної безпеки і оборони України, керівник делегації", "УМЄРОВ Рустем Енверович", "Секретар Ради національної безпеки і оборони України", null, MemberRole.Head)]
    [InlineData("• Сергій Кислиця – перший заступник Міністра закордонних справ України;", "Сергій Кислиця", "перший заступник Міністра закордонних справ України", null, null)]
    [InlineData("- Алексей Шевченко — заместитель начальника Генерального штаба ВСУ", "Алексей Шевченко", "заместитель начальника Генерального штаба ВСУ", null, null)]
    [InlineData("Владимир Мединский, помощник президента РФ (глава делегации)", "Владимир Мединский", "помощник президента РФ", null, MemberRole.Head)]
    [InlineData("Head of the delegation: Vladimir Medinsky, presidential aide", "Vladimir Medinsky", "presidential aide", null, MemberRole.Head)]
    [InlineData("Head of the Russian delegation – Vladimir Medinsky, presidential aide", "Vladimir Medinsky", "presidential aide", null, MemberRole.Head)]
    [InlineData("2) Oleksandr Bevz (adviser to the Head of the Office of the President)", "Oleksandr Bevz", "adviser to the Head of the Office of the President", null, null)]
    [InlineData("Deputy Foreign Minister Mikhail Galuzin", "Mikhail Galuzin", "Deputy Foreign Minister", null, null)]
    [InlineData("заступник Міністра оборони України Євген Мойсюк", "Євген Мойсюк", "заступник Міністра оборони України", null, null)]
    [InlineData("Oleksandr Diakov, Deputy Chief of Staff, Navy Command", "Oleksandr Diakov", "Deputy Chief of Staff", "Navy Command", null)]
    [InlineData("Ковбаса Юрій Васильович - представник Уповноваженого Верховної Ради України з прав людини (за згодою)", "Ковбаса Юрій Васильович", "представник Уповноваженого Верховної Ради України з прав людини", null, null)]
    [InlineData("Alexander Zorin, First Deputy Chief of the information department of the General Staff, expert", "Alexander Zorin", "First Deputy Chief of the information department of the General Staff", null, MemberRole.Expert)]
    [InlineData("Andrii Sybiha (deputy head of the delegation), Minister of Foreign Affairs", "Andrii Sybiha", "Minister of Foreign Affairs", null, MemberRole.DeputyHead)]
    [InlineData("Іван Іваненко, перекладач", "Іван Іваненко", null, null, MemberRole.Interpreter)]
    [InlineData("Rustem Umerov", "Rustem Umerov", null, null, null)]
    [InlineData("Умеров Р.Е. — министр обороны", "Умеров Р.Е", "министр обороны", null, null)]
    [InlineData("Igor Kostyukov\tChief of the Main Directorate\tGeneral Staff", "Igor Kostyukov", "Chief of the Main Directorate", "General Staff", null)]
    [InlineData("Secretary of the NSDC – Rustem Umerov", "Rustem Umerov", "Secretary of the NSDC", null, null)]
    [InlineData("Анна Іваненко-Петренко – радниця", "Анна Іваненко-Петренко", "радниця", null, null)]
    public void A_line_as_decrees_and_news_print_it_gives_name_title_organization_and_role(string line, string name, string? title, string? organization, MemberRole? role)
    {
        var member = RosterText.Parse(line).ShouldHaveSingleItem();
        member.Name.ShouldBe(name);
        member.Title.ShouldBe(title);
        member.Organization.ShouldBe(organization);
        member.Role.ShouldBe(role);
    }

    [Fact]
    public void A_decree_is_read_whole_with_its_headings_and_numbers()
    {
        var members = RosterText.Parse("""
            Затвердити такий склад делегації України:

            1. Умєров Рустем Енверович — Міністр оборони України (голова делегації);
            2. Кислиця Сергій Олегович — перший заступник Міністра закордонних справ України;
            3. Поклад Олександр Валентинович — заступник Голови Служби безпеки України.

            Експерти:
            Бевз Олександр — радник Керівника Офісу Президента України
            """);
        members.Select(m => m.Role).ShouldBe([MemberRole.Head, null, null, MemberRole.Expert]);
        members[2].Title.ShouldBe("заступник Голови Служби безпеки України");
    }

    [Fact]
    public void Members_of_one_paragraph_are_parted_by_semicolons() =>
        RosterText.Parse("Vladimir Medinsky, presidential aide; Mikhail Galuzin, Deputy Foreign Minister; Igor Kostyukov, GRU Director").Select(m => m.Name).ShouldBe(["Vladimir Medinsky", "Mikhail Galuzin", "Igor Kostyukov"]);

    [Fact]
    public void What_a_decree_says_of_consent_becomes_a_note() => RosterText.Parse("Ковбаса Юрій - представник (за згодою)").Single().Note.ShouldBe("by consent");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("\n \r\n---\n")]
    [InlineData("12345")]
    public void A_text_without_names_gives_nobody(string? text) => RosterText.Parse(text).ShouldBeEmpty();

    [Fact]
    public void A_huge_paste_is_read_up_to_a_bound() => RosterText.Parse(string.Join('\n', Enumerable.Range(0, 5_000).Select(i => "Ivan Ivanenko, Minister"))).Count.ShouldBe(RosterText.MaxLines);
}
