using System.Text.RegularExpressions;
using NegotiationTracker.Data.Delegations;

namespace NegotiationTracker.Web.Desk.Rosters;

/// <summary>The words by which decrees and news name a role on a delegation, in English, Ukrainian and Russian.</summary>
internal static partial class RoleWords
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly (Regex Form, MemberRole Role)[] Anywhere = [(DeputyHead(), MemberRole.DeputyHead), (Head(), MemberRole.Head), (Expert(), MemberRole.Expert), (Adviser(), MemberRole.Adviser), (Member(), MemberRole.Member)];

    private static readonly (Regex Form, MemberRole Role)[] Whole =
        [(WholeHead(), MemberRole.Head), (WholeExpert(), MemberRole.Expert), (WholeAdviser(), MemberRole.Adviser), (WholeInterpreter(), MemberRole.Interpreter), (WholeMember(), MemberRole.Member)];

    /// <summary>Takes the words of a role out of a text: "Minister of Defence, head of the delegation" gives the head and "Minister of Defence".</summary>
    public static MemberRole? TakeOut(ref string text)
    {
        foreach (var (form, role) in Anywhere)
        {
            if (!form.IsMatch(text)) continue;
            text = form.Replace(text, " ");
            return role;
        }
        return null;
    }

    /// <summary>The role that a part of a line names when it says nothing else ("expert"), or a heading over several lines ("Experts:").</summary>
    public static MemberRole? OfWhole(string text)
    {
        var part = text.Trim(' ', '(', ')', ':', ',', '.', ';');
        foreach (var (form, role) in Whole)
        {
            if (form.IsMatch(part)) return role;
        }
        var rest = part;
        return TakeOut(ref rest) is { } found && rest.Trim().Length == 0 ? found : null;
    }

    [GeneratedRegex(@"(\(|\b)((the\s+)?deputy\s+(head|chief|leader)\s+of\s+(the\s+)?(\p{L}+\s+)?delegation|заступни(к|ця|ком)\s+(голови|глави|керівника)\s+(\p{L}+\s+)?делегації(\s+України)?|заместител(ь|ем)\s+(главы|руководителя)\s+(\p{L}+\s+)?делегации)\)?", Options, 500)]
    private static partial Regex DeputyHead();

    [GeneratedRegex(@"(\(|\b)((as\s+)?(the\s+)?(head|chief|leader)\s+of\s+(the\s+)?(\p{L}+\s+)?delegation|(голова|глава|керівник|головою|главою|керівником)\s+(\p{L}+\s+)?делегації(\s+України)?|(глава|руководитель|главой|руководителем)\s+(\p{L}+\s+)?делегации(\s+Украины|\s+РФ|\s+России)?|(delegation\s+(head|leader|chief))|((led|headed)\s+by\b))\)?", Options, 500)]
    private static partial Regex Head();

    [GeneratedRegex(@"(\(|\b)(expert\s+of\s+(the\s+)?(\p{L}+\s+)?delegation|експерт\s+делегації|эксперт\s+делегации)\)?", Options, 500)]
    private static partial Regex Expert();

    [GeneratedRegex(@"(\(|\b)(advis[eo]r\s+(of|to)\s+(the\s+)?(\p{L}+\s+)?delegation|радник\s+делегації|советник\s+делегации)\)?", Options, 500)]
    private static partial Regex Adviser();

    [GeneratedRegex(@"(\(|\b)(members?\s+of\s+(the\s+)?(\p{L}+\s+)?delegation|член(и|ы)?\s+делегаци[її])\)?", Options, 500)]
    private static partial Regex Member();

    [GeneratedRegex(@"^(head|chair|leader|голова|глава|керівник|руководитель)$", Options, 500)]
    private static partial Regex WholeHead();

    [GeneratedRegex(@"^(technical\s+)?(experts?|експерти?|эксперты?|(група|группа)\s+(експертів|экспертов))$", Options, 500)]
    private static partial Regex WholeExpert();

    [GeneratedRegex(@"^(advis[eo]rs?|радники?|советники?)$", Options, 500)]
    private static partial Regex WholeAdviser();

    [GeneratedRegex(@"^(interpreters?|translators?|перекладач(і|ка)?|переводчики?|переводчица)$", Options, 500)]
    private static partial Regex WholeInterpreter();

    [GeneratedRegex(@"^(members?|члени?|члены?)$", Options, 500)]
    private static partial Regex WholeMember();
}
