using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Imports.Facts;

/// <summary>A facts file with one wrong value anywhere gives faults or documents, never an exception.</summary>
public sealed class FactsDamageTests
{
    private static readonly string[] Wrong = ["\"?\"", "{}", "[3]"];

    [Fact]
    public void One_wrong_or_missing_value_anywhere_is_never_an_exception()
    {
        var paths = new List<string>();
        FactsSample.Read(root => paths.AddRange(Paths(root)));
        var thrown = new List<string>();
        foreach (var (index, path) in paths.Index())
        {
            // Every value is taken out once and once made wrong, each in one of three ways.
            foreach (var value in new[] { null, Wrong[index % Wrong.Length] })
            {
                try
                {
                    FactsSample.Read(root => Damage(root, path, value));
                }
                catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException or ArgumentException or NullReferenceException or FormatException or IndexOutOfRangeException)
                {
                    thrown.Add($"{path} = {value ?? "(removed)"}: {e.GetType().Name}: {e.Message} {e.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("Facts"))?.Trim()}");
                }
            }
        }
        paths.Count.ShouldBeGreaterThan(500);
        thrown.Take(20).ShouldBeEmpty();
    }

    private static IEnumerable<string> Paths(JsonNode? node) => node switch
    {
        JsonObject owner => owner.SelectMany(m => Paths(m.Value).Prepend(m.Value?.GetPath() ?? $"{owner.GetPath()}.{m.Key}")),
        JsonArray list => list.SelectMany(i => Paths(i).Prepend(i!.GetPath())),
        _ => [],
    };

    private static void Damage(JsonObject root, string path, string? value)
    {
        JsonNode owner = root;
        var steps = path[2..].Replace("[", ".[", StringComparison.Ordinal).Split('.');
        foreach (var step in steps[..^1]) owner = step[0] == '[' ? owner[int.Parse(step[1..^1])]! : owner[step]!;
        var wrong = value is null ? null : JsonNode.Parse(value);
        if (owner is JsonArray list)
        {
            if (value is null) list.RemoveAt(int.Parse(steps[^1][1..^1]));
            else list[int.Parse(steps[^1][1..^1])] = wrong;
        }
        else if (value is null) owner.AsObject().Remove(steps[^1]);
        else owner[steps[^1]] = wrong;
    }
}
