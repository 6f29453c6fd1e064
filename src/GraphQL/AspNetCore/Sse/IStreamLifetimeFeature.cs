namespace Investr.GraphQL.AspNetCore;

/// <summary>A request's feature, for programs whose streams may end before their source: with the caller's authorization, say.</summary>
public interface IStreamLifetimeFeature
{
    /// <summary>Completes the request's stream of events when it is cancelled. Asked for only where there is a stream.</summary>
    CancellationToken Ended { get; }
}
