namespace Investr.GraphQL.AspNetCore;

/// <summary>What the endpoint accepts and how much of it. Every limit is finite by default.</summary>
public sealed record GraphQLServerOptions
{
    /// <summary>How many bytes a JSON body, or the operations part of a multipart body, may have; 4 MiB. More is answered 413.</summary>
    public int MaxRequestBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>How many bytes the files of one request may have together; 16 MiB. More is answered 413.</summary>
    public long MaxUploadBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>How many files one request may bring; 8.</summary>
    public int MaxUploadFiles { get; init; } = 8;

    /// <summary>Whether queries may come by GET. Mutations never may.</summary>
    public bool AllowGet { get; init; } = true;

    /// <summary>Whether a GET needs a header that a foreign page cannot send without asking first (<c>GraphQL-Preflight: 1</c>).</summary>
    public bool EnforcePreflightOnGet { get; init; }

    /// <summary>Whether a multipart request needs a header that a foreign page cannot send without asking first (<c>GraphQL-Preflight: 1</c>).</summary>
    public bool EnforcePreflightOnMultipart { get; init; } = true;

    /// <summary>Whether a body may be an array of requests, answered by an array of responses in the same order; to a client that reads only
    /// <c>multipart/mixed</c>, <c>application/jsonl</c> or event streams, by one response after another, each with its <c>requestIndex</c>.</summary>
    public bool Batching { get; init; }

    /// <summary>Whether the variables of a request may be an array of objects: the operation runs once for each, answered as a batch, with a
    /// <c>variableIndex</c> where responses come one after another.</summary>
    public bool VariableBatching { get; init; }

    /// <summary>How many operations one body may have; 32.</summary>
    public int MaxBatchSize { get; init; } = 32;

    /// <summary>How status codes are chosen.</summary>
    public StatusPolicy StatusPolicy { get; init; } = StatusPolicy.Watershed;

    /// <summary>How long an event stream stays silent before a comment keeps it open; 12 s.</summary>
    public TimeSpan KeepAliveInterval { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>Limits of event streams that carry several operations.</summary>
    public GraphQLEventStreamOptions EventStreams { get; init; } = new();

    /// <summary>Limits of WebSocket connections.</summary>
    public GraphQLSocketOptions Sockets { get; init; } = new();
}

/// <summary>Limits of event streams that a client reserves for all of its operations.</summary>
public sealed record GraphQLEventStreamOptions
{
    /// <summary>How many streams may be reserved or open at a time; 1,000. With 0 there are none, and each operation needs a stream of its own.</summary>
    public int MaxReservations { get; init; } = 1_000;

    /// <summary>How long a client may take to open a stream that it has reserved; 10 s.</summary>
    public TimeSpan ReservationTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many operations may run on one stream at a time; 100. One more is answered 429.</summary>
    public int MaxOperations { get; init; } = 100;
}

/// <summary>Limits of one WebSocket connection.</summary>
public sealed record GraphQLSocketOptions
{
    /// <summary>How long a client may take to send <c>connection_init</c>; 10 s. Then the socket closes with 4408.</summary>
    public TimeSpan ConnectionInitTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often an idle peer is asked for a sign of life by a WebSocket ping; 12 s. A peer that owes the answer for as long again is cut off.</summary>
    public TimeSpan KeepAliveInterval { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>How many operations may run on one socket at a time; 100. One more is answered by an error.</summary>
    public int MaxSubscriptionsPerSocket { get; init; } = 100;

    /// <summary>How many bytes a message may have, over all its frames; 1 MiB. A longer one closes the socket with 1009.</summary>
    public int MaxMessageBytes { get; init; } = 1024 * 1024;

    /// <summary>How many responses wait for a slow client per operation; 64. What happens then says <see cref="SlowClients"/>.</summary>
    public int MaxQueuedResponses { get; init; } = 64;

    /// <summary>What becomes of a client that reads too slowly.</summary>
    public SlowClientPolicy SlowClients { get; init; } = SlowClientPolicy.DropOldest;
}

/// <summary>What becomes of a client that reads more slowly than its subscription brings.</summary>
public enum SlowClientPolicy
{
    /// <summary>It misses the oldest responses.</summary>
    DropOldest,

    /// <summary>Its socket closes with 1013, so that it can come again and begin anew, and misses nothing unknowingly.</summary>
    Disconnect,
}

/// <summary>How status codes are chosen where the operation did not run.</summary>
public enum StatusPolicy
{
    /// <summary>400 to clients that accept <c>application/graphql-response+json</c>, 200 to those that know only <c>application/json</c>.</summary>
    Watershed,
    /// <summary>200 whenever the body is a well-formed request.</summary>
    Legacy,
    /// <summary>The draft of August 2026, for <c>application/graphql-response+json</c>: 422 where the request cannot be executed, 294 where there are errors beside the data.</summary>
    Draft2026,
}
