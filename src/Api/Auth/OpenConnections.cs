using System.Collections.Concurrent;
using System.Security.Claims;
using Investr.Application.Users;
using Investr.Domain.Users;

namespace Investr.Api.Auth;

/// <summary>The sockets and streams that are open: each ends as soon as its session is over or its user has other roles.</summary>
internal sealed partial class OpenConnections
{
    private readonly ConcurrentDictionary<Connection, UserId> _open = new();
    private readonly SessionCheck _sessions;
    private readonly ILogger<OpenConnections> _log;

    public OpenConnections(ISignedIn signedIn, SessionCheck sessions, ILogger<OpenConnections> log)
    {
        (_sessions, _log) = (sessions, log);
        signedIn.OnForgotten(CheckAll);
    }

    /// <summary>Keeps an eye on a connection until the answer is disposed.</summary>
    /// <param name="principal">Whose it is.</param>
    /// <param name="end">Ends it, at most once.</param>
    public IDisposable Watch(ClaimsPrincipal principal, Action end)
    {
        var connection = new Connection(this, principal, end);
        if (principal.UserId() is { } user) _open[connection] = user;

        // What ended while it was being opened was told of before it was watched.
        _ = CheckAsync(connection);
        return connection;
    }

    private void CheckAll(UserId user)
    {
        foreach (var (connection, owner) in _open)
            if (owner == user) _ = CheckAsync(connection);
    }

    private async Task CheckAsync(Connection connection)
    {
        try
        {
            var present = await _sessions.PresentAsync(connection.Principal, CancellationToken.None);
            if (ReferenceEquals(present, connection.Principal)) return;
        }
        catch (Exception exception)
        {
            // Whoever cannot be asked about is not let stay.
            LogFailure(exception);
        }

        if (_open.TryRemove(connection, out _)) connection.End();
    }

    [LoggerMessage(LogLevel.Error, "Whether a session still lasts could not be told; its connection is closed.")]
    private partial void LogFailure(Exception exception);

    private sealed class Connection(OpenConnections all, ClaimsPrincipal principal, Action end) : IDisposable
    {
        public ClaimsPrincipal Principal => principal;

        public void End() => end();

        public void Dispose() => all._open.TryRemove(this, out _);
    }
}
