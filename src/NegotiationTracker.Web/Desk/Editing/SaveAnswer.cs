namespace NegotiationTracker.Web.Desk.Editing;

/// <summary>What the browser is told of a save.</summary>
/// <param name="Saved">Whether everything sent is committed.</param>
/// <param name="Said">When it was saved; or why it was not, as the end of the sentence "Not saved: …".</param>
/// <param name="Again">Whether trying again by itself may help.</param>
/// <param name="Denied">Whether the editor has to sign in again.</param>
public sealed record SaveAnswer(bool Saved, string Said, bool Again = false, bool Denied = false);
