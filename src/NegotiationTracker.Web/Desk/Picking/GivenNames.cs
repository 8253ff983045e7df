namespace NegotiationTracker.Web.Desk.Picking;

/// <summary>Given names that one person bears in several languages: a Russian report calls Oleksii Алексей, an English one calls Oleksandr Alexander.</summary>
internal static class GivenNames
{
    private static readonly string[] Rows =
    [
        "oleksandr aleksandr alexander olexander sasha", "oleksii aleksei alexey alexei oleksiy", "andrii andrei andrey andriy", "serhii sergei sergey serhiy sergiy", "volodymyr vladimir volodimir wladimir",
        "ihor igor", "dmytro dmitrii dmitry dmitri", "yevhen yevhenii yevgeny evgenii evgeny eugene yevgenii ievhen ievhenii", "mykola nikolai nikolay nicholas", "kyrylo kirill cyril",
        "mykhailo mikhail michael", "heorhii georgii georgy george", "vasyl vasilii vasily basil", "pavlo pavel paul", "olena elena yelena helena", "oleh oleg", "vadym vadim", "yurii yuri yury yuriy iurii yurij",
        "denys denis", "petro petr pyotr peter", "kostiantyn konstantin", "tetiana tatiana tatyana", "nataliia natalia natalya", "maksym maksim maxim", "artem artyom", "kateryna ekaterina yekaterina catherine",
        "olha olga", "iryna irina irene", "fedir fedor fyodor", "valerii valery valerii valeriy", "anatolii anatoly", "vitalii vitaly vitaliy", "illia ilia ilya", "mykyta nikita", "hryhorii grigorii grigory gregory",
        "hanna anna", "yosyp iosif joseph", "stepan stefan stephen", "rostyslav rostislav", "viacheslav vyacheslav viacheslav", "stanislav stanislaw", "vsevolod", "ruslan", "davyd david", "danylo daniil daniel",
        "matvii matvei matthew", "oleksandra aleksandra alexandra", "viktoriia viktoria victoria", "viktor victor", "filipp pylyp philip", "zakhar", "yakiv iakov jacob", "lev lew", "steve steven stephen", "mike michael",
        "dan daniel", "tom thomas", "joe joseph", "bill william", "jim james", "tony anthony antony", "marko marc mark marco",
        "ivan", "bohdan", "taras", "roman", "yaroslav", "anton", "boris borys", "svitlana svetlana", "liudmyla liudmila lyudmila", "larysa larisa", "oksana", "sofiia sofia", "dariia daria darya", "mariia maria", "anastasiia anastasia",
        "leonid", "eduard edward", "hennadii gennadii gennady", "arsen arsenii", "timur", "rustem rustam", "mariana", "vladislav vladyslav", "gleb hlib", "marat", "ilias ilyas",
    ];

    private static readonly ILookup<string, int> Groups = Rows
        .SelectMany((row, i) => row.Split(' ').Select(NameForm.Of).Distinct().Select(form => (form, i)))
        .ToLookup(p => p.form, p => p.i, StringComparer.Ordinal);

    /// <summary>Whether two coarse forms are the same given name in two languages.</summary>
    public static bool AreSame(string one, string other) => Groups[one].Intersect(Groups[other]).Any();

    /// <summary>A full name with the given name in front: a decree prints the surname first. Unchanged where the first word may be a given name itself, or the second is none.</summary>
    public static string First(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is 2 or 3 && !IsOne(words[0]) && IsOne(words[1]) ? string.Join(' ', [.. words[1..], words[0]]) : name;
    }

    private static bool IsOne(string word) => NameForm.Words(word) is [var folded] && Groups[NameForm.Of(folded)].Any();
}
