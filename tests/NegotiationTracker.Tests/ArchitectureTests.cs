using Mono.Cecil;
using NegotiationTracker.Data;
using NegotiationTracker.Web;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests;

/// <summary>Keeps the drawing in docs/ARCHITECTURE.md true: read from the compiled code.</summary>
public sealed class ArchitectureTests
{
    private const string Data = "NegotiationTracker.Data";
    private const string Web = "NegotiationTracker.Web";

    private static readonly string[] Slices =
        ["Home", "Timeline", "Talks", "Delegations", "Proposals", "Commitments", "Exchanges", "Ceasefires", "Statements", "Incidents", "Parties", "Sources", "Search", "History", "About", "Accounts", "Admin", "Desk"];

    private static readonly string[] KindFolders =
        ["Sources", "Parties", "Talks", "Delegations", "Proposals", "Commitments", "Exchanges", "Ceasefires", "Statements", "Incidents"];

    [Fact]
    public void No_slice_of_the_web_app_knows_another()
    {
        var uses = Uses(typeof(TrackerApp).Assembly.Location).Where(u => Slice(u.From) is { } from && Slice(u.To) is { } to && from != to).Select(u => $"{u.From} -> {u.To}").Distinct();
        uses.ShouldBeEmpty();
    }

    [Fact]
    public void What_the_slices_share_knows_no_slice() =>
        Uses(typeof(TrackerApp).Assembly.Location).Where(u => u.From.StartsWith($"{Web}.Shared.", StringComparison.Ordinal) && Slice(u.To) is not null).Select(u => $"{u.From} -> {u.To}").Distinct().ShouldBeEmpty();

    [Fact]
    public void Data_and_the_private_PostgreSQL_know_nobody_above_them()
    {
        References(typeof(Kinds).Assembly.Location).ShouldNotContain(n => n.StartsWith("NegotiationTracker.", StringComparison.Ordinal));
        References(typeof(LocalPostgres.LocalPostgres).Assembly.Location).ShouldNotContain(n => n.StartsWith("NegotiationTracker.", StringComparison.Ordinal));
        References(typeof(Kinds).Assembly.Location).ShouldNotContain(n => n.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    [Fact]
    public void Dates_know_nothing_of_records_and_records_nothing_of_kinds()
    {
        var uses = Uses(typeof(Kinds).Assembly.Location);
        uses.Where(u => u.From.StartsWith($"{Data}.Dates.", StringComparison.Ordinal) && u.To.StartsWith(Data, StringComparison.Ordinal) && !u.To.StartsWith($"{Data}.Dates.", StringComparison.Ordinal)).ShouldBeEmpty();
        uses.Where(u => u.From.StartsWith($"{Data}.Records.", StringComparison.Ordinal) && KindFolders.Any(k => u.To.StartsWith($"{Data}.{k}.", StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void A_kind_knows_no_other_kind()
    {
        var uses = Uses(typeof(Kinds).Assembly.Location).Where(u => Kind(u.From) is { } from && Kind(u.To) is { } to && from != to).Select(u => $"{u.From} -> {u.To}").Distinct();
        uses.ShouldBeEmpty();
    }

    private static string? Slice(string type) => Slices.FirstOrDefault(s => type.StartsWith($"{Web}.{s}.", StringComparison.Ordinal));

    private static string? Kind(string type) => KindFolders.FirstOrDefault(k => type.StartsWith($"{Data}.{k}.", StringComparison.Ordinal));

    private static IEnumerable<string> References(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        return [.. module.AssemblyReferences.Select(r => r.Name)];
    }

    private static List<(string From, string To)> Uses(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        var uses = new List<(string From, string To)>();
        foreach (var type in module.GetTypes())
        {
            var from = type.FullName.Replace('/', '.');
            foreach (var to in Types(type).Where(t => t is not null).Select(t => t!.GetElementType().FullName.Replace('/', '.'))) uses.Add((from, to));
        }
        return uses;
    }

    private static IEnumerable<TypeReference?> Types(TypeDefinition type) =>
        [
            type.BaseType, .. type.Fields.Select(f => f.FieldType), .. type.Properties.Select(p => p.PropertyType), .. type.Methods.SelectMany(m => m.Parameters.Select(p => p.ParameterType).Append(m.ReturnType)),
            .. type.Methods.Where(m => m.HasBody).SelectMany(m => m.Body.Instructions).SelectMany(i => i.Operand switch
            {
                MethodReference method => new TypeReference?[] { method.DeclaringType }.Concat((method as GenericInstanceMethod)?.GenericArguments ?? []),
                FieldReference field => [field.DeclaringType],
                TypeReference reference => [reference],
                _ => [],
            }),
        ];
}
