using System.Security.Claims;
using Investr.GraphQL.AspNetCore;

namespace Investr.Api.Auth;

/// <summary>How long a stream of events may go on: until its access token expires, its session is over or its user has other roles.</summary>
internal sealed class StreamLifetime(HttpContext context, ClaimsPrincipal principal) : IStreamLifetimeFeature
{
    public CancellationToken Ended
    {
        get
        {
            var (connections, time) = (
                context.RequestServices.GetRequiredService<OpenConnections>(), context.RequestServices.GetRequiredService<TimeProvider>());
            var left = principal.ExpiresAt() - time.GetUtcNow() ?? Timeout.InfiniteTimeSpan;
            var ended = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, time);
            context.Response.RegisterForDispose(ended);
            context.Response.RegisterForDispose(connections.Watch(principal, ended.Cancel));
            return ended.Token;
        }
    }
}
