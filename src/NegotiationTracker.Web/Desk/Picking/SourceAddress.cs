using System.Text.RegularExpressions;

namespace NegotiationTracker.Web.Desk.Picking;

/// <summary>
/// The address of a text on the web, however it was copied: without what only says who shared it, on which device it was read, or where on the page.
/// Two addresses with the same key are the same text.
/// </summary>
/// <param name="Host">Its host, without www. or m. before it.</param>
/// <param name="Key">What is compared.</param>
internal sealed partial record SourceAddress(string Host, string Key)
{
    /// <summary>The most characters of an address.</summary>
    public const int MaxText = 2_000;

    /// <summary>The address; null when the text is none.</summary>
    public static SourceAddress? Read(string? text)
    {
        text = text?.Trim() ?? "";
        if (text.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) text = $"https://{text}";
        if (text.Length > MaxText || !Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0) return null;
        var host = Device().Replace(uri.IdnHost.ToLowerInvariant().TrimEnd('.'), "");
        var asked = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(p => !Shared().IsMatch(p)).Order(StringComparer.Ordinal);
        return new SourceAddress(host, $"{host}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}{uri.AbsolutePath.TrimEnd('/')}?{string.Join('&', asked)}");
    }

    [GeneratedRegex(@"^(www\d?|m|mobile|amp)\.(?=[^.]+\.)", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Device();

    // Parameters by which networks and newsletters count their readers; none chooses another text.
    [GeneratedRegex(@"^(utm_\w+|at_\w+|(fb|g|y|d|msclk|ttcl|twcl)(clid|id)|gbraid|wbraid|_ga|_gl|igshid|igsh|mc_[ce]id|mkt_tok|cmpid|ocid|smid|ref|ref_src|ref_url|referrer|feature|share|traffic_source)(=|$)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Shared();
}
