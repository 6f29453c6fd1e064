namespace Investr.GraphQL.AspNetCore.WebSockets;

/// <summary>What the two subprotocols call the same things.</summary>
internal sealed record WebSocketDialect
{
    private WebSocketDialect()
    {
    }

    /// <summary>graphql-transport-ws, the one that is recommended.</summary>
    public static WebSocketDialect TransportWs { get; } = new()
    {
        Subprotocol = "graphql-transport-ws",
        Subscribe = "subscribe",
        Stop = "complete",
        Next = "next",
    };

    /// <summary>graphql-ws, the one of subscriptions-transport-ws, for older clients: a refused request is answered by a result, and an id
    /// that is used again replaces the operation before.</summary>
    public static WebSocketDialect SubscriptionsTransportWs { get; } = new()
    {
        Subprotocol = "graphql-ws",
        Subscribe = "start",
        Stop = "stop",
        Next = "data",
        IsLegacy = true,
    };

    public required string Subprotocol { get; init; }

    /// <summary>Begins an operation.</summary>
    public required string Subscribe { get; init; }

    /// <summary>Stops an operation, where the client sends it.</summary>
    public required string Stop { get; init; }

    /// <summary>Brings a result.</summary>
    public required string Next { get; init; }

    public bool IsLegacy { get; private init; }

    /// <summary>The one that is spoken where a client offers several; null where it offers none that is known.</summary>
    public static WebSocketDialect? Of(IList<string> offered) =>
        offered.Contains(TransportWs.Subprotocol) ? TransportWs
        : offered.Contains(SubscriptionsTransportWs.Subprotocol) ? SubscriptionsTransportWs : null;
}
