using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Investr.GraphQL.AspNetCore.WebSockets;

/// <summary>Who is at the other end, and for how long.</summary>
internal sealed class SocketSession : ISocketSession, IDisposable
{
    // Timers take at most 2^32 - 2 milliseconds; a later end is looked at again then.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(30);

    private readonly TimeProvider _time;
    private readonly Action<CloseReason> _close;
    private readonly ITimer _expiry;

    public SocketSession(HttpContext context, TimeProvider time, Action<CloseReason> close)
    {
        (HttpContext, _time, _close) = (context, time, close);
        _expiry = time.CreateTimer(_ => OnTimer(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public HttpContext HttpContext { get; }

    public ClaimsPrincipal User
    {
        get => HttpContext.User;
        set => HttpContext.User = value;
    }

    public DateTimeOffset? ExpiresAt
    {
        get;
        set
        {
            field = value;
            Schedule();
        }
    }

    public void Close(string reason) => _close(CloseReason.Forbidden(reason));

    public void Dispose() => _expiry.Dispose();

    private void Schedule()
    {
        var wait = ExpiresAt is { } end ? end - _time.GetUtcNow() : Timeout.InfiniteTimeSpan;
        if (ExpiresAt is not null) wait = TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, LongestWait.Ticks));
        _expiry.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private void OnTimer()
    {
        if (ExpiresAt > _time.GetUtcNow()) Schedule();
        else _close(CloseReason.Forbidden());
    }
}
