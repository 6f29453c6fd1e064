namespace Investr.GraphQL.AspNetCore.Streaming;

/// <summary>A body that several results are written to, each sent at once. Who writes waits for a slow client.</summary>
internal interface IResultsWriter
{
    /// <summary>Sends a result.</summary>
    ValueTask NextAsync(OperationResult result, CancellationToken cancellationToken);

    /// <summary>Sends what means nothing, so that nobody on the way takes silence for the end.</summary>
    ValueTask KeepAliveAsync(CancellationToken cancellationToken);

    /// <summary>Ends the body.</summary>
    ValueTask CompleteAsync(CancellationToken cancellationToken);
}
