namespace NegotiationTracker.Web.Shared.Shell;

/// <summary>Answers HEAD as GET without a body: Razor component endpoints know only GET and would say 404.</summary>
internal static class HeadAsGet
{
    private static readonly object Asked = new();

    /// <summary>Whether only the head was asked for: an answer without an end has to know.</summary>
    public static bool IsHead(HttpContext context) => context.Items.ContainsKey(Asked);

    public static void UseHeadAsGet(this IApplicationBuilder app) => app.Use((context, next) => HttpMethods.IsHead(context.Request.Method) ? AnswerAsync(context, next) : next(context));

    private static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        // Kestrel remembers that it was asked for HEAD and drops the body itself, and keeps the headers right.
        context.Request.Method = HttpMethods.Get;
        context.Items[Asked] = true;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = HttpMethods.Head;
        }
    }
}
