using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Web;

namespace NegotiationTracker.KillDrill;

/// <summary>The program itself in a process of its own, with one more address through which the drill saves drafts as an open editor does.</summary>
internal static class DrillServer
{
    public const string Ready = "drill ready at ";

    public static async Task<int> RunAsync(string owner)
    {
        await using var app = await TrackerApp.BuildAsync(
            ["--urls", "http://127.0.0.1:0", "--ConnectionStrings:Tracker", owner, "--Tracker:Content", "none", "--Logging:LogLevel:Default", "None"],
            app => app.MapPost("/drill/{account:guid}/{draft:guid}/{version:int}", SaveAsync).AllowAnonymous());
        await app.StartAsync();
        Console.WriteLine(Ready + app.Urls.Single());
        await app.WaitForShutdownAsync();
        return 0;
    }

    // The answer is sent when the save is committed, as the editor's "saved" is.
    private static async Task<IResult> SaveAsync(Guid account, Guid draft, int version, HttpRequest request, CancellationToken ct)
    {
        var document = (await JsonNode.ParseAsync(request.Body, cancellationToken: ct))!.AsObject();
        var drafts = request.HttpContext.RequestServices.GetRequiredService<Drafts>();
        return await drafts.SaveAsync(account, draft, version, document, ct: ct) switch
        {
            DeskOutcome.Done done => Results.Ok(done.Draft.Version),
            DeskOutcome.Conflict conflict => Results.Conflict(conflict.Theirs.Version),
            _ => Results.StatusCode(StatusCodes.Status500InternalServerError),
        };
    }
}
