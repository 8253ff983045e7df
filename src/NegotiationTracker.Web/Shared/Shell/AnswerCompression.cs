using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using NegotiationTracker.Web.Shared.Api;

namespace NegotiationTracker.Web.Shared.Shell;

/// <summary>
/// Compresses pages well, because they are compressed once and sent to many. Answers of the API are asked for in endless variety: they are compressed at a
/// quarter of that cost, to a sixth more bytes.
/// </summary>
internal sealed class AnswerCompression(IServiceProvider services, IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
{
    private readonly BrotliCompressionProvider _fast = new(Options.Create(new BrotliCompressionProviderOptions { Level = CompressionLevel.Fastest }));

    public override ICompressionProvider? GetCompressionProvider(HttpContext context) =>
        base.GetCompressionProvider(context) is var usual && usual is BrotliCompressionProvider && PublicApi.IsAsked(context) ? _fast : usual;
}
