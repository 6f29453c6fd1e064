namespace Investr.DataLoader;

/// <summary>What several listeners want to have disposed at the end of one thing.</summary>
internal static class DiagnosticScopes
{
    // Most listeners have nothing to end, and most requests then cost no list.
    public static IDisposable? Open<TListener, TSubject>(TListener[] listeners, TSubject subject, Func<TListener, TSubject, IDisposable?> open)
    {
        IDisposable? first = null;
        List<IDisposable>? several = null;
        foreach (var listener in listeners)
        {
            if (open(listener, subject) is not { } scope) continue;
            if (first is null) first = scope;
            else (several ??= [first]).Add(scope);
        }

        return several is null ? first : new Several(several);
    }

    private sealed class Several(List<IDisposable> scopes) : IDisposable
    {
        public void Dispose()
        {
            for (var i = scopes.Count - 1; i >= 0; i--) scopes[i].Dispose();
        }
    }
}
