using System.Net;
using System.Security.Claims;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Tests.Infrastructure;
using NegotiationTracker.Web;
using NegotiationTracker.Web.Shared.Signing;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Desk;

/// <summary>The program itself over a small record, with a browser for somebody of each role who is signed in already.</summary>
public sealed class ReviewServer(TestDatabases databases) : IAsyncLifetime
{
    private const string Token = "__RequestVerificationToken";

    private readonly Dictionary<Role, (Guid Id, HttpClient Client)> _people = [];
    private WebApplication _app = null!;

    public TestDatabase Database { get; private set; } = null!;

    /// <summary>Somebody who is not signed in.</summary>
    public HttpClient Anybody { get; private set; } = null!;

    public IServiceProvider Services => _app.Services;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Database = await databases.CreateAsync();
        await new Publisher(Database.Desk, TimeProvider.System).PublishAsync([Samples.Source, Samples.Process, Samples.Talks()], "import", null);
        _app = await TrackerApp.BuildAsync(["--urls", "http://127.0.0.1:0", "--Tracker:Content", "none", "--ConnectionStrings:Tracker", Database.OwnerConnectionString, "--Logging:LogLevel:Default", "Error"]);
        await _app.StartAsync();
        Anybody = Browser(null);
        foreach (var role in Enum.GetValues<Role>())
        {
            var id = await Colleagues.AddAsync(Database, role, $"The {role.ToString().ToLowerInvariant()}");
            _people[role] = (id, Browser(await CookieAsync(id, role)));
        }
    }

    /// <summary>The account of a role.</summary>
    public Guid Account(Role role) => _people[role].Id;

    /// <summary>The browser of a role; of nobody for none.</summary>
    public HttpClient As(Role? role) => role is { } known ? _people[known].Client : Anybody;

    /// <summary>A draft with a document, of an account.</summary>
    public async Task<Guid> WriteAsync(RecordDocument document, bool submit = true, Role by = Role.Editor)
    {
        var drafts = Services.GetRequiredService<Drafts>();
        var draft = (await drafts.CreateAsync(Account(by), document.Kind, Json(document), Stop)).ShouldBeOfType<DeskOutcome.Done>().Draft.Id;
        if (submit) (await Services.GetRequiredService<Reviews>().SubmitAsync(Account(by), [draft], "first report", Stop)).ShouldBeOfType<DeskOutcome.Done>();
        return draft;
    }

    /// <summary>An amendment of a published record.</summary>
    public async Task<Guid> AmendAsync(RecordDocument document, bool submit = true)
    {
        var drafts = Services.GetRequiredService<Drafts>();
        var draft = (await drafts.OpenAsync(Account(Role.Editor), document.Kind, document.Slug, Stop)).ShouldBeOfType<DeskOutcome.Done>().Draft;
        (await drafts.SaveAsync(Account(Role.Editor), draft.Id, draft.Version, Json(document), ct: Stop)).ShouldBeOfType<DeskOutcome.Done>();
        if (submit) (await Services.GetRequiredService<Reviews>().SubmitAsync(Account(Role.Editor), [draft.Id], "second report", Stop)).ShouldBeOfType<DeskOutcome.Done>();
        return draft.Id;
    }

    /// <summary>The page as somebody sees it.</summary>
    public async Task<IHtmlDocument> SeeAsync(Role? role, string path) => await new HtmlParser().ParseDocumentAsync(await As(role).GetStringAsync(path, Stop), Stop);

    /// <summary>Presses a button of a form on a page; for a page that is not theirs, with a token of their own.</summary>
    public async Task<HttpResponseMessage> PressAsync(Role role, string path, string form, params (string Name, string Value)[] fields)
    {
        using var page = await As(role).GetAsync(path, Stop);
        var html = await new HtmlParser().ParseDocumentAsync(await page.Content.ReadAsStringAsync(Stop), Stop);
        var token = html.QuerySelector($"input[name={Token}]")?.GetAttribute("value") ?? (await SeeAsync(role, "/account")).QuerySelector($"input[name={Token}]")!.GetAttribute("value");
        // What the form holds hidden goes with it, as a browser sends it; what the test gives counts first.
        var hidden = html.QuerySelectorAll("form:has([name=_handler]) input[type=hidden]").Where(i => i.Closest("form")!.QuerySelector("[name=_handler]")!.GetAttribute("value") == form)
            .Select(i => (Name: i.GetAttribute("name") ?? "", Value: i.GetAttribute("value") ?? "")).Where(i => i.Name is not ("" or "_handler" or Token) && fields.All(f => f.Name != i.Name));
        return await As(role).PostAsync(path, new FormUrlEncodedContent([new("_handler", form), new(Token, token!), .. hidden.Select(f => KeyValuePair.Create(f.Name, f.Value)), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]), Stop);
    }

    public static JsonObject Json(RecordDocument document) => JsonNode.Parse(DocumentJson.Write(document))!.AsObject();

    public async ValueTask DisposeAsync()
    {
        Anybody.Dispose();
        foreach (var (_, client) in _people.Values) client.Dispose();
        await _app.DisposeAsync();
        await Database.DisposeAsync();
    }

    private HttpClient Browser(string? cookie)
    {
        var address = new Uri(_app.Urls.Single());
        var cookies = new CookieContainer();
        if (cookie is not null) cookies.Add(address, new Cookie("tracker", cookie));
        return new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All, CookieContainer = cookies }) { BaseAddress = address };
    }

    // What signing in does after the password: a session in the database, and a cookie that holds its key.
    private async Task<string> CookieAsync(Guid account, Role role)
    {
        var options = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CurrentAccount.Scheme);
        var principal = new CurrentAccount(account, "", role, Guid.CreateVersion7()).ToPrincipal();
        var key = await Services.GetRequiredService<ITicketStore>().StoreAsync(new AuthenticationTicket(principal, CurrentAccount.Scheme));
        var session = new ClaimsPrincipal(new ClaimsIdentity([new System.Security.Claims.Claim("Microsoft.AspNetCore.Authentication.Cookies-SessionId", key)], CurrentAccount.Scheme));
        return options.TicketDataFormat.Protect(new AuthenticationTicket(session, CurrentAccount.Scheme));
    }
}
