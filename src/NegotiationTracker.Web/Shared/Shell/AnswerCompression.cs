using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using NegotiationTracker.Web.Shared.Api;

namespace NegotiationTracker.Web.Shared.Shell;

/// <summary>
/// Compresses pages well, because they are compressed once and sent to many. Answers of the API are asked for in endless variety: they are compressed at a
/// sixth of that cost, to a quarter more bytes.
/// </summary>
internal sealed class AnswerCompression(IServiceProvider services, IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
{
    private readonly FastProvider _fast = new();

    public override ICompressionProvider? GetCompressionProvider(HttpContext context) =>
        base.GetCompressionProvider(context) is var usual && usual is BrotliCompressionProvider && PublicApi.IsAsked(context) ? _fast : usual;

    private sealed class FastProvider : ICompressionProvider
    {
        private static readonly BrotliCompressionOptions Fastest = new() { Quality = 0 };

        public string EncodingName => "br";

        public bool SupportsFlush => true;

        public Stream CreateStream(Stream outputStream) => new BrotliStream(outputStream, Fastest, leaveOpen: true);
    }
}
