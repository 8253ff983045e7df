using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace NegotiationTracker.KillDrill;

/// <summary>An editor who saves one draft again and again and remembers what was acknowledged.</summary>
internal sealed class Writer(Guid account, Guid draft, int seed)
{
    private readonly Random _random = new(seed);
    private int _version = 1;
    private int _number;

    public Guid Account => account;

    public Guid Draft => draft;

    /// <summary>Number of the newest text that was acknowledged.</summary>
    public int AcknowledgedNumber { get; private set; }

    public int Acknowledged { get; private set; }

    public int Unanswered { get; private set; }

    public async Task WriteAsync(HttpClient program, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var number = ++_number;
            try
            {
                using var answer = await program.PostAsJsonAsync($"/drill/{account}/{draft}/{_version.ToString(CultureInfo.InvariantCulture)}", Text(number), ct);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    (_version, AcknowledgedNumber) = (await answer.Content.ReadFromJsonAsync<int>(ct), number);
                    Acknowledged++;
                }
                else if (answer.StatusCode == HttpStatusCode.Conflict)
                {
                    // An earlier save without an answer had arrived: go on from there.
                    _version = await answer.Content.ReadFromJsonAsync<int>(ct);
                }
                else
                {
                    await Task.Delay(20, ct);
                }
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
            {
                Unanswered++;
                return;
            }
        }
    }

    /// <summary>Looks at the draft after a kill: what is wrong with it, or nothing.</summary>
    public string? Fault(string document, int version)
    {
        _version = version;
        var text = JsonNode.Parse(document)!.AsObject();
        if (text["number"] is not { } saved) return Acknowledged == 0 ? null : $"draft {draft}: nothing of its text is there, {AcknowledgedNumber} was acknowledged.";
        var number = saved.GetValue<int>();
        if (number < AcknowledgedNumber) return $"draft {draft}: text {AcknowledgedNumber} was acknowledged, {number} is there.";
        return text["note"]!.GetValue<string>() == Note(number, text["length"]!.GetValue<int>()) ? null : $"draft {draft}: text {number} is not whole.";
    }

    private JsonObject Text(int number)
    {
        var length = _random.Next(1, 4_000);
        return new JsonObject { ["number"] = number, ["length"] = length, ["note"] = Note(number, length) };
    }

    private static string Note(int number, int length)
    {
        var note = new StringBuilder();
        for (var i = 0; i < length; i++) note.Append(CultureInfo.InvariantCulture, $"{number} перемир’я {i}; ");
        return note.ToString();
    }
}
