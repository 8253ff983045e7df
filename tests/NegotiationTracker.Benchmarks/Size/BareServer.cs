using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NegotiationTracker.Data;
using Npgsql;

namespace NegotiationTracker.Benchmarks.Size;

/// <summary>
/// What the program is held against, in a process of its own: Kestrel with nothing around it, answering with a word, with given bytes, with a page of the
/// timeline read by Npgsql alone, or with a rendered component.
/// </summary>
internal static class BareServer
{
    public const string Command = "serve-bare";

    // A browser without compression or conditions would get these from the program; where bytes are compared, headers are bytes too.
    private static readonly string[] OfTheConnection = ["Date", "Server", "Transfer-Encoding", "Content-Length", "Connection"];

    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddRazorComponents();
        // As the program writes JSON, so that the bytes are the same.
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            options.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        });
        await using var app = builder.Build();
        var kept = new ConcurrentDictionary<string, (byte[] Body, KeyValuePair<string, string>[] Headers)>(StringComparer.Ordinal);
        var databases = (Environment.GetEnvironmentVariable("ConnectionStrings__Tracker") ?? "").Split('\n').Select(owner => NpgsqlDataSource.Create(DatabaseRoles.ReaderConnectionString(owner))).ToArray();
        app.MapGet("/plaintext", () => "Hello, World!");
        app.MapGet("/timeline/{database:int}", async (int database, HttpContext http) => TypedResults.Ok(await BareTimeline.ReadAsync(databases[database], http.RequestAborted)));
        app.MapGet("/component/{items:int}", (int items) => new RazorComponentResult<BarePage>(new { Items = items }));
        // The same page, reading first what one of the program's shows.
        app.MapGet("/component/{items:int}/timeline", async (int items, HttpContext http) =>
        {
            await BareTimeline.ReadAsync(databases[^1], http.RequestAborted);
            return new RazorComponentResult<BarePage>(new { Items = items });
        });
        app.MapGet("/component/{items:int}/talks", async (int items, HttpContext http) =>
        {
            await BareRecord.ReadListAsync(databases[^1], http.RequestAborted);
            return new RazorComponentResult<BarePage>(new { Items = items });
        });
        app.MapGet("/component/{items:int}/talks/{slug}", async (int items, string slug, HttpContext http) =>
        {
            await BareRecord.ReadAsync(databases[^1], slug, http.RequestAborted);
            return new RazorComponentResult<BarePage>(new { Items = items });
        });
        app.MapGet("/bytes/{key}", (string key, HttpContext http) =>
        {
            var (body, headers) = kept[key];
            foreach (var (name, value) in headers) http.Response.Headers[name] = value;
            http.Response.ContentLength = body.Length;
            return http.Response.Body.WriteAsync(body, http.RequestAborted).AsTask();
        });
        app.MapPost("/bytes/{key}", async (string key, HttpContext http) =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            kept[key] = (body.ToArray(), [.. QueryHelpers.ParseQuery(http.Request.QueryString.Value).Select(h => KeyValuePair.Create(h.Key, h.Value.ToString()))]);
        });
        await app.StartAsync();
        Console.WriteLine(MeasuredServer.Ready + app.Urls.Single());
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>Gives the bare server an answer of the program to send: body and headers.</summary>
    /// <returns>Where it is.</returns>
    public static async Task<(string Path, int Length)> KeepAsync(MeasuredProgram bare, MeasuredProgram program, string path, bool acceptsBrotli, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (acceptsBrotli) request.Headers.AcceptEncoding.ParseAdd("br");
        using var answer = await program.Client.SendAsync(request);
        var body = await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(h => !OfTheConnection.Contains(h.Key)).ToDictionary(h => h.Key, h => (string?)string.Join(", ", h.Value));
        using var content = new ByteArrayContent(body);
        using var said = await bare.Client.PostAsync(QueryHelpers.AddQueryString($"/bytes/{key}", headers), content);
        said.EnsureSuccessStatusCode();
        return ($"/bytes/{key}", body.Length);
    }
}
