using System.Text.Json.Nodes;
using NegotiationTracker.Tests.Pages;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Search;

/// <summary>People of the shipped content by the forms in which Ukrainian, Russian and other newspapers print their names.</summary>
public sealed class DeclinedNamesTests(RecordServer server) : IClassFixture<RecordServer>
{
    [Theory]
    [InlineData("volodymyr-zelenskyy", "Зеленський Зеленського Зеленському Зеленським Зеленский Зеленского Зеленскому Зеленским Зеленском Zelensky Zelenskyy Zelenskiy Selenskyj Zelenski")]
    [InlineData("vladimir-putin", "Путин Путина Путину Путиным Путине Путін Путіна Путіну Путіним Путіні Putin")]
    [InlineData("vladimir-medinsky", "Мединский Мединского Мединскому Мединским Мединском Мединський Мединського Мединським Medinsky Medinskiy Medynskyi Medinskij")]
    [InlineData("rustem-umerov", "Умеров Умерова Умерову Умеровым Умерове Умєров Умєрова Умєрову Умєровим Umerov Umierov")]
    [InlineData("sergey-lavrov", "Лавров Лаврова Лаврову Лавровым Лаврове Лавровим Lavrov Lawrow")]
    [InlineData("andriy-yermak", "Єрмак Єрмака Єрмаку Єрмаком Ермак Ермака Ермаком Yermak Jermak Ermak")]
    [InlineData("andrii-sybiha", "Сибіга Сибіги Сибігу Сибігою Сибига Сибигой Sybiha Sybiga Sibiga")]
    [InlineData("sergiy-kyslytsya", "Кислиця Кислиці Кислицю Кислицею Кислица Кислицы Кислицей Kyslytsya Kyslytsia")]
    [InlineData("donald-trump", "Трамп Трампа Трампу Трампом Трампе Trump")]
    [InlineData("marco-rubio", "Рубио Рубіо Rubio")]
    [InlineData("steve-witkoff", "Віткофф Віткоффа Віткоффу Віткоффом Виткофф Witkoff Vitkoff")]
    [InlineData("kyrylo-budanov", "Буданов Буданова Будановим Будановым Budanov")]
    [InlineData("dmitry-peskov", "Песков Пескова Пескову Песковым Пєсков Пєскова")]
    [InlineData("tatyana-moskalkova", "Москалькова Москальковой Москалькову Москалькової")]
    [InlineData("recep-tayyip-erdogan", "Эрдоган Эрдогана Эрдоганом Ердоган Ердогана Erdoğan Erdogan")]
    [InlineData("vasily-nebenzya", "Небензя Небензи Небензе Небензю Nebenzia")]
    [InlineData("emmanuel-macron", "Макрон Макрона Макрону Макроном")]
    [InlineData("vadym-skibitskyi", "Скібіцький Скібіцького Скибицкий Скибицкого Skibitsky")]
    [InlineData("yelena-podobreyevskaya", "Подобреевская Подобреевской Podobreevskaya")]
    public async Task A_person_is_found_by_every_form_of_the_name(string slug, string forms)
    {
        foreach (var form in forms.Split(' '))
        {
            var answer = JsonNode.Parse(await server.Client.GetStringAsync($"/api/v1/search?kind=people&q={Uri.EscapeDataString(form)}", TestContext.Current.CancellationToken))!;
            answer["hits"]!.AsArray().Select(h => h!["slug"]!.GetValue<string>()).ShouldContain(slug, form);
        }
    }

    [Theory]
    [InlineData("Zelenskyy Zelensky Zelenskiy Зеленский Зеленського Зеленським")]
    [InlineData("Umerov Umierov Умєров Умерова")]
    [InlineData("Medinsky Medinskiy Мединського Мединским")]
    [InlineData("Putin Путіна Путиным")]
    public async Task Every_form_of_a_name_finds_the_same_records_those_that_speak_of_it_in_their_text_too(string forms)
    {
        var found = new Dictionary<string, int>();
        foreach (var form in forms.Split(' '))
        {
            var answer = JsonNode.Parse(await server.Client.GetStringAsync($"/api/v1/search?q={Uri.EscapeDataString(form)}", TestContext.Current.CancellationToken))!;
            found[form] = answer["total"]!.GetValue<int>();
        }
        found.Values.Distinct().Count().ShouldBe(1, string.Join(", ", found.Select(f => $"{f.Key} {f.Value}")));
        found.Values.First().ShouldBeGreaterThan(1);
    }
}
