using System.Globalization;
using Microsoft.AspNetCore.Components;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Shared.Errors;
using NegotiationTracker.Web.Shared.Searching;

namespace NegotiationTracker.Web.Shared.Reading;

/// <summary>What every record page does before it shows anything: find the record, answer 301, 404 or 410 where that is the truth.</summary>
public abstract class RecordDetails<T> : ComponentBase
    where T : RecordDocument
{
    /// <summary>The slug in the address.</summary>
    [Parameter]
    public string Slug { get; set; } = "";

    /// <summary>The day "as known on" which the record is asked for.</summary>
    [SupplyParameterFromQuery(Name = "asof")]
    public string? AsOfText { get; set; }

    [CascadingParameter]
    internal HttpContext Http { get; set; } = null!;

    [Inject]
    internal RecordReader Reader { get; set; } = null!;

    [Inject]
    internal RecordSearch Search { get; set; } = null!;

    /// <summary>What was found; empty until it is, so that nothing is rendered before the answer is known.</summary>
    protected RecordAnswer<T>? Answer { get; private set; }

    /// <summary>Key of the kind.</summary>
    protected abstract string Kind { get; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        DateOnly? asOf = null;
        if (!string.IsNullOrWhiteSpace(AsOfText))
        {
            if (!DateOnly.TryParseExact(AsOfText.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                Http.Response.StatusCode = StatusCodes.Status400BadRequest;
                Answer = new RecordAnswer<T>.BadDay(AsOfText.Length <= 40 ? AsOfText : AsOfText[..37] + "...");
                return;
            }
            asOf = day;
        }
        var answer = await Reader.FindAsync<T>(Kind, Slug, asOf, Http.RequestAborted);
        switch (answer)
        {
            case RecordAnswer<T>.Found found:
                await PrepareAsync(found.Page);
                break;
            case RecordAnswer<T>.Moved moved:
                Http.Response.StatusCode = StatusCodes.Status301MovedPermanently;
                Http.Response.Headers.Location = Links.To(Kind, moved.Slug) + Http.Request.QueryString;
                break;
            case RecordAnswer<T>.Gone:
                Http.Response.StatusCode = StatusCodes.Status410Gone;
                break;
            case RecordAnswer<T>.NotYet { Head: var head }:
                // The error page stands in place of this one, so it is told what to say.
                Http.Response.StatusCode = StatusCodes.Status404NotFound;
                Http.Explain($"This record was not public yet on the day asked for: it was first published here on {head.PublishedAt.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}.");
                Http.Suggest([new LinkView(head.Title, Links.To(Kind, head.Slug), "as known today")]);
                break;
            default:
                Http.Response.StatusCode = StatusCodes.Status404NotFound;
                Http.Miss(Kinds.Get(Kind).Singular.ToLowerInvariant());
                Http.Suggest([.. (await Search.SuggestAsync(Slug, Http.RequestAborted)).Select(h => new LinkView(h.Title, h.Href, Kinds.Get(h.Kind).Singular))]);
                break;
        }
        Answer = answer;
    }

    /// <summary>Reads what the page shows beside the record itself.</summary>
    protected virtual Task PrepareAsync(RecordPage<T> page) => Task.CompletedTask;
}
