namespace NegotiationTracker.Data;

/// <summary>What each role may do in one database. Said anew, as one transaction, after every migration: a few milliseconds, and no right outlives its reason.</summary>
internal static class DatabaseRights
{
    private const string Record = RecordContext.Schema;
    private const string Desk = DeskContext.Schema;
    private const string Reader = DatabaseRoles.Reader;
    private const string Editor = DatabaseRoles.Desk;
    private const string History = DatabaseOptions.HistoryTable;

    /// <summary>Tables that nobody changes: the role may only add to them, and triggers refuse the rest to everybody.</summary>
    private const string AppendOnly = $"{Desk}.revisions, {Desk}.audit";

    public const string Sql = $"""
        do $$ begin
            execute format('revoke temporary on database %I from public', current_database());
            execute format('grant connect on database %I to {Reader}, {Editor}', current_database());
        end $$;
        revoke create on schema public from public;
        revoke all on schema {Record}, {Desk} from public;
        revoke all on all tables in schema {Record}, {Desk} from public, {Reader}, {Editor};

        grant usage on schema public, {Record} to {Reader}, {Editor};
        grant select on all tables in schema {Record} to {Reader};
        alter default privileges in schema {Record} grant select on tables to {Reader};

        grant usage on schema {Desk} to {Editor};
        grant select, insert, update, delete on all tables in schema {Record}, {Desk} to {Editor};
        grant usage, select on all sequences in schema {Record}, {Desk} to {Editor};
        alter default privileges in schema {Record}, {Desk} grant select, insert, update, delete on tables to {Editor};
        alter default privileges in schema {Record}, {Desk} grant usage, select on sequences to {Editor};
        revoke update, delete on {AppendOnly} from {Editor};
        revoke all on function {Desk}.redact_revision(uuid, integer, text) from public;
        grant execute on function {Desk}.redact_revision(uuid, integer, text) to {Editor};
        revoke insert, update, delete on {Record}.{History}, {Desk}.{History} from {Editor};
        """;
}
