namespace NegotiationTracker.Web.Desk.Editing;

/// <summary>Bounds how many editors one account has open on this node: each keeps a document in memory.</summary>
internal sealed class EditorCircuits
{
    /// <summary>The most open editors of one account.</summary>
    public const int MaxPerAccount = 20;

    private readonly Dictionary<Guid, int> _open = [];

    /// <summary>Counts one more; null when there are too many. Disposing counts it off.</summary>
    public IDisposable? Enter(Guid account)
    {
        lock (_open)
        {
            var open = _open.GetValueOrDefault(account);
            if (open >= MaxPerAccount) return null;
            _open[account] = open + 1;
        }
        return new Place(this, account);
    }

    private void Leave(Guid account)
    {
        lock (_open)
        {
            if (--_open[account] == 0) _open.Remove(account);
        }
    }

    private sealed class Place(EditorCircuits circuits, Guid account) : IDisposable
    {
        private bool _left;

        public void Dispose()
        {
            if (_left) return;
            _left = true;
            circuits.Leave(account);
        }
    }
}
