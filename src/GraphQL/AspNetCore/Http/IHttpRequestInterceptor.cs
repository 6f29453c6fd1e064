using Microsoft.AspNetCore.Http;

namespace Investr.GraphQL.AspNetCore;

/// <summary>Sees every operation that comes by HTTP before it runs. Registered as a singleton.</summary>
public interface IHttpRequestInterceptor
{
    /// <summary>Completes the request: its user, services and state.</summary>
    /// <exception cref="GraphQLException">The operation is refused with these errors.</exception>
    ValueTask OnCreateAsync(HttpContext context, OperationRequestBuilder request, CancellationToken cancellationToken);
}
