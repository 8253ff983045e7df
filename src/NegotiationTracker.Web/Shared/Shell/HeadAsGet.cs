namespace NegotiationTracker.Web.Shared.Shell;

/// <summary>Answers HEAD as GET without a body: Razor component endpoints know only GET and would say 404.</summary>
internal static class HeadAsGet
{
    public static void UseHeadAsGet(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        // Kestrel remembers that it was asked for HEAD and drops the body itself, and keeps the headers right.
        context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = HttpMethods.Head;
        }
    });
}
