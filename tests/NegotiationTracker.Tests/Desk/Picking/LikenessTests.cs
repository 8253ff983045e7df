using NegotiationTracker.Data.Search;
using NegotiationTracker.Web.Desk.Picking;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Desk.Picking;

public sealed class LikenessTests
{
    [Theory]
    [InlineData("Зеленський", "Zelenskyy")]
    [InlineData("Zelenskij", "Zelensky")]
    [InlineData("Сибига", "Sybiha")]
    [InlineData("Ермак", "Yermak")]
    [InlineData("Кислица", "Kyslytsya")]
    [InlineData("Кислиця Сергій Олегович", "Sergiy Kyslytsya")]
    [InlineData("Алексей Шевченко", "Oleksii Shevchenko")]
    [InlineData("Александр Бевз", "Oleksandr Bevz")]
    [InlineData("УМЄРОВ Рустем Енверович", "Rustem Umerov")]
    [InlineData("Умєров Р. Е.", "Rustem Umerov")]
    [InlineData("V. Medinsky", "Vladimir Medinsky")]
    [InlineData("Rustem Umerow", "Rustem Umerov")]
    [InlineData("Kiryl Budanov", "Kyrylo Budanov")]
    [InlineData("Yevgeny Shinkarev", "Yevhen Shynkarov")]
    public void One_name_in_two_spellings_is_certain(string printed, string known) => Of(printed, known).ShouldBeGreaterThanOrEqualTo(Likeness.Certain);

    [Theory]
    [InlineData("Oleksandr Shevchenko", "Oleksii Shevchenko")]
    [InlineData("Zelensky", "Volodymyr Zelensky")]
    [InlineData("Andrii Hnatov", "Andrii Yermak")]
    [InlineData("Igor Kostyukov", "Igor Kostukevich")]
    [InlineData("Oleh Luhovskyi", "Oleg Lugansky")]
    public void A_namesake_or_half_a_name_is_not_certain(string printed, string known) => Of(printed, known).ShouldBeLessThan(Likeness.Certain);

    [Theory]
    [InlineData("Ivan Ivanenko", "Rustem Umerov")]
    [InlineData("Sergey Lavrov", "Sergiy Kyslytsya")]
    [InlineData("Vladimir Putin", "Vladimir Medinsky")]
    public void Another_name_is_not_even_possible(string printed, string known) => Of(printed, known).ShouldBeLessThan(Likeness.Possible);

    [Fact]
    public void Typing_an_exact_name_comes_before_a_beginning_and_that_before_what_is_alike()
    {
        var typed = NameForm.Words("rustem umerov");
        var exact = Likeness.Typing(typed, NameForm.Words("Rustem Umerov"));
        var beginning = Likeness.Typing(NameForm.Words("rust ume"), NameForm.Words("Rustem Umerov"));
        var alike = Likeness.Typing(NameForm.Words("rustm umierof"), NameForm.Words("Rustem Umerov"));
        exact.ShouldBeGreaterThan(beginning);
        beginning.ShouldBeGreaterThan(alike);
        alike.ShouldBeGreaterThan(0.7);
    }

    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("umerov", "umreov", 1)]
    [InlineData("", "abc", 3)]
    public void Swapped_neighbours_count_once(string one, string other, int distance) => EditDistance.Between(one, other).ShouldBe(distance);

    private static double Of(string printed, string known) => Likeness.Of(NameForm.Words(printed), NameForm.Words(known));
}
