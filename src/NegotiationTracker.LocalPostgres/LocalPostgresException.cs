namespace NegotiationTracker.LocalPostgres;

/// <summary>The private PostgreSQL cannot be had. <see cref="Exception.Message"/> is one line that a person can act upon.</summary>
public sealed class LocalPostgresException(string message, Exception? cause = null) : Exception(message.ReplaceLineEndings(" "), cause);
