using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Investr.Application;
using Investr.Application.Pipeline;
using Investr.GraphQL;
using MediatR;

namespace Investr.Api.Hosting;

/// <summary>
/// Counts each attempt to get in by the address that it comes from. It is in the use cases' way and not in that of HTTP requests, one
/// of which can bring a hundred attempts, and a socket any number.
/// </summary>
internal sealed class SignInLimit<TRequest, TResponse>(SignInLimiter limiter, IViewer viewer) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        request is ISignInRequest && limiter.IsExhausted(viewer.IpAddress)
            ? throw new GraphQLException(new GraphQLError("Too many attempts from this address. Try again in a minute.") { Code = SignInLimiter.Code })
            : next();
}

/// <summary>How many attempts each address has left.</summary>
internal sealed class SignInLimiter(RateLimits limits) : IDisposable
{
    /// <summary>The code of the error that the attempt beyond the last one gets.</summary>
    public const string Code = "RATE_LIMITED";

    private readonly PartitionedRateLimiter<string> _left = PartitionedRateLimiter.Create<string, string>(
        address => RateLimitPartition.GetTokenBucketLimiter(address, _ => limits.OfSignIns()));

    public bool IsExhausted(string? address)
    {
        if (!limits.Enabled) return false;

        using var lease = _left.AttemptAcquire(Caller.Of(IPAddress.TryParse(address, out var known) ? known : null));
        return !lease.IsAcquired;
    }

    public void Dispose() => _left.Dispose();
}

internal static class Caller
{
    private const int BytesOfOneSite = 8;

    /// <summary>Whom an address stands for: with IPv6 the whole network of 64 bits, which one household has to itself.</summary>
    public static string Of(IPAddress? address) => address switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, BytesOfOneSite)),
        _ => address.ToString(),
    };
}
