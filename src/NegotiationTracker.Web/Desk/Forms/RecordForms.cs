namespace NegotiationTracker.Web.Desk.Forms;

/// <summary>The forms of all kinds. A new kind brings one more.</summary>
internal static class RecordForms
{
    /// <summary>In the order in which a news report is worked through.</summary>
    public static IReadOnlyList<RecordForm> All { get; } =
    [
        TalksForm.Form, DelegationForm.Form, ProposalForm.Form, CommitmentForm.Form, ExchangeForm.Form, CeasefireForm.Form, StatementForm.Form, IncidentForm.Form,
        ActorForms.Person, ActorForms.Organization, ActorForms.Party, ActorForms.Process, SourceForm.Form,
    ];

    /// <summary>The form of a kind.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static RecordForm Get(string kind) => All.First(f => f.Kind == kind);
}
