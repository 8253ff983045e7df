using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Web;
using NegotiationTracker.Web.Accounts;
using NegotiationTracker.Web.Operations;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Infrastructure;

/// <summary>The program itself on a free port, with the shipped content and an account of every role that can sign in.</summary>
public sealed partial class DeskServer(TestDatabases databases) : IAsyncLifetime
{
    public const string Password = "quiet harbour lantern seventeen";

    public WebApplication App { get; private set; } = null!;

    public TestDatabase Database { get; private set; } = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Database = await databases.CreateAsync();
        App = await TrackerApp.BuildAsync(["--urls", "http://127.0.0.1:0", "--ConnectionStrings:Tracker", Database.OwnerConnectionString, "--Logging:LogLevel:Default", "Warning"]);
        await App.StartAsync();
        foreach (var role in Enum.GetValues<Role>()) await AddAsync(EmailOf(role), role);
    }

    /// <summary>Makes an account that can sign in.</summary>
    public async Task AddAsync(string email, Role role) =>
        (await UserCommands.AddAsync(App.Services.GetRequiredService<TrackerDatabase>(), email, role, null, passwordFromInput: true, new StringReader(Password), TextWriter.Null, default)).ShouldBe(0);

    /// <summary>A browser without cookies.</summary>
    public HttpClient Anonymous() => new(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All, UseCookies = true }) { BaseAddress = new Uri(App.Urls.Single()) };

    /// <summary>A browser in which an account of a role is signed in; nobody for null.</summary>
    public async Task<HttpClient> AsAsync(Role? role)
    {
        var client = Anonymous();
        if (role is { } signed) (await SignInAsync(client, EmailOf(signed), Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return client;
    }

    public static string EmailOf(Role role) => $"{role.ToString().ToLowerInvariant()}@example.org";

    public static Task<HttpResponseMessage> SignInAsync(HttpClient client, string email, string password) =>
        PostAsync(client, "/account/sign-in", "sign-in", ("Form.Email", email), ("Form.Password", password));

    /// <summary>Posts a form of a page as a browser does: with the tokens that the page gave it.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, string form, params (string Name, string Value)[] fields)
    {
        var page = await client.GetStringAsync(path, Stop);
        return await PostWithAsync(client, path, form, Token().Match(page).Groups["token"].Value, fields);
    }

    public static async Task<HttpResponseMessage> PostWithAsync(HttpClient client, string path, string form, string? token, params (string Name, string Value)[] fields)
    {
        var values = fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(KeyValuePair.Create("_handler", form));
        if (token is not null) values = values.Append(KeyValuePair.Create("__RequestVerificationToken", token));
        return await client.PostAsync(path, new FormUrlEncodedContent(values), Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Database.DisposeAsync();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Token();
}
