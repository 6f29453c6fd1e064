using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.AspNetCore.Http;

/// <summary>The request's services, whose scope is made when the first one is asked for: most queries of constant data never do.</summary>
internal sealed class RequestServices(HttpContext context) : IKeyedServiceProvider
{
    public object? GetService(Type serviceType) => context.RequestServices.GetService(serviceType);

    public object? GetKeyedService(Type serviceType, object? serviceKey) =>
        ((IKeyedServiceProvider)context.RequestServices).GetKeyedService(serviceType, serviceKey);

    public object GetRequiredKeyedService(Type serviceType, object? serviceKey) =>
        context.RequestServices.GetRequiredKeyedService(serviceType, serviceKey);
}
