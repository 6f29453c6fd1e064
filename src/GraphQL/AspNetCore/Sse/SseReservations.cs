using System.Security.Cryptography;

namespace Investr.GraphQL.AspNetCore.Sse;

/// <summary>The event streams that clients have reserved, by their tokens. A reservation that is not used in time is forgotten.</summary>
/// <remarks>They are kept in this process: where there are several, a client must come back to the one that made its reservation.</remarks>
internal sealed class SseReservations(GraphQLEventStreamOptions options, TimeProvider time)
{
    private const int TokenBytes = 24;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, SseConnection> _reserved = new(StringComparer.Ordinal);

    /// <summary>Reserves a stream; null where there are too many.</summary>
    public string? TryReserve()
    {
        var connection = new SseConnection(options.MaxOperations);
        lock (_gate)
        {
            if (_reserved.Count >= options.MaxReservations) return null;

            var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
            _reserved.Add(token, connection);
            connection.Expiry = time.CreateTimer(_ => Expire(token, connection), null, options.ReservationTimeout, Timeout.InfiniteTimeSpan);
            return token;
        }
    }

    /// <summary>The stream of a token; null where there is none.</summary>
    public SseConnection? Find(string token)
    {
        lock (_gate) return _reserved.GetValueOrDefault(token);
    }

    /// <summary>Ends a stream, and all that runs for it.</summary>
    public void Remove(string token)
    {
        SseConnection? connection;
        lock (_gate) _reserved.Remove(token, out connection);
        connection?.Dispose();
    }

    private void Expire(string token, SseConnection connection)
    {
        if (!connection.IsOpen) Remove(token);
    }
}
