using System.Text.Json.Nodes;
using NegotiationTracker.Data.Delegations;

namespace NegotiationTracker.Web.Desk.Rosters;

/// <summary>A member of a delegation as the document has it.</summary>
internal static class RosterMember
{
    /// <summary>Makes one; the source at hand is cited when there is one.</summary>
    public static JsonObject Of(string person, MemberRole role, string? organization, string? title, string? source, string? note = null)
    {
        var member = new JsonObject { ["person"] = person, ["role"] = role.ToString() };
        if (!string.IsNullOrEmpty(organization)) member["organization"] = organization;
        if (!string.IsNullOrWhiteSpace(title)) member["title"] = title.Trim();
        member["presence"] = nameof(Presence.Appointed);
        if (!string.IsNullOrEmpty(note)) member["note"] = note;
        if (source is not null) member["citations"] = new JsonArray(new JsonObject { ["source"] = source });
        return member;
    }
}
