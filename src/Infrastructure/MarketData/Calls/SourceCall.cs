using System.Net.Sockets;
using Polly.Timeout;

namespace Investr.Infrastructure.MarketData.Calls;

/// <summary>One call to a source.</summary>
/// <param name="Credits">What it costs.</param>
/// <param name="Symbols">For how many symbols it asks.</param>
/// <param name="MakeAsync">Makes it.</param>
/// <param name="LeftOf">What the answer says is left of the source's limits.</param>
internal sealed record SourceCall<T>(
    int Credits,
    int Symbols,
    Func<IMarketDataSource, CancellationToken, Task<T>> MakeAsync,
    Func<T, IReadOnlyList<CreditsLeft>> LeftOf);

/// <summary>What an exception says of the source.</summary>
internal static class SourceFailure
{
    internal static SourceException Of(Exception exception, string source) => exception switch
    {
        SourceException failure => failure,
        TimeoutRejectedException or OperationCanceledException =>
            new(SourceFault.Transient, $"{source} did not answer in time.", exception),
        HttpRequestException or IOException or SocketException =>
            new(SourceFault.Transient, $"{source} was not reached.", exception),
        _ => new(SourceFault.Malformed, $"The answer of {source} could not be read.", exception),
    };
}
