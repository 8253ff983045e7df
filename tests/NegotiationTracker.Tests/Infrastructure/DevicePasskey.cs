using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace NegotiationTracker.Tests.Infrastructure;

/// <summary>A passkey (WebAuthn Level 3, ES256) as a device keeps it, answering what a browser would be asked. Can also answer what no browser would.</summary>
public sealed class DevicePasskey : IDisposable
{
    private const byte Present = 1;
    private const byte Verified = 4;
    private const byte HasKey = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);
    private string _owner = "";

    /// <summary>Signature counter: 0 for ever on devices that keep a passkey in several places.</summary>
    public uint Counter { get; set; }

    /// <summary>Whether the device asked for its PIN, a finger or a face.</summary>
    public bool IsVerified { get; set; } = true;

    /// <summary>Page on which the browser says that the passkey was asked for; empty for the right one.</summary>
    public string? Origin { get; set; }

    /// <summary>Site that the device says that the passkey is for; empty for the right one.</summary>
    public string? Domain { get; set; }

    /// <summary>Makes the passkey: the answer to <c>navigator.credentials.create</c>.</summary>
    public JsonObject Made(JsonNode options, Uri site)
    {
        _owner = options["user"]!["id"]!.GetValue<string>();
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        // COSE (RFC 9053): an EC2 key on P-256 for ES256; then CBOR's map of format, statement and data.
        byte[] cose = [0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32, .. point.X!, 0x22, 0x58, 32, .. point.Y!];
        byte[] data = [.. Data(site, HasKey), .. new byte[16], 0, (byte)_id.Length, .. _id, .. cose];
        byte[] attestation = [0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data];
        return Answer(new JsonObject { ["clientDataJSON"] = Text(Client("webauthn.create", options, site)), ["attestationObject"] = Text(attestation), ["transports"] = new JsonArray("internal") });
    }

    /// <summary>Shows the passkey: the answer to <c>navigator.credentials.get</c>.</summary>
    public JsonObject Shown(JsonNode options, Uri site, ECDsa? key = null)
    {
        var (client, data) = (Client("webauthn.get", options, site), Data(site, flags: 0));
        var signature = (key ?? _key).SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(new JsonObject { ["clientDataJSON"] = Text(client), ["authenticatorData"] = Text(data), ["signature"] = Text(signature), ["userHandle"] = _owner });
    }

    public void Dispose() => _key.Dispose();

    private byte[] Data(Uri site, byte flags)
    {
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, Counter);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(Domain ?? site.Host)), (byte)(flags | Present | (IsVerified ? Verified : 0)), .. counter];
    }

    private byte[] Client(string type, JsonNode options, Uri site) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["type"] = type, ["challenge"] = options["challenge"]!.GetValue<string>(), ["origin"] = Origin ?? site.GetLeftPart(UriPartial.Authority), ["crossOrigin"] = false,
    }.ToJsonString());

    private JsonObject Answer(JsonObject response) => new() { ["id"] = Text(_id), ["rawId"] = Text(_id), ["type"] = "public-key", ["clientExtensionResults"] = new JsonObject(), ["response"] = response };

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
