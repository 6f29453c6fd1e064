using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Application.Tests;

public sealed class ServiceRegistrationTests
{
    [Fact]
    public void Every_request_has_one_handler()
    {
        var services = new ServiceCollection().AddApplication();

        var requests =
            from type in typeof(IUnitOfWork).Assembly.GetTypes()
            from contract in type.GetInterfaces()
            where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IRequest<>)
            select typeof(IRequestHandler<,>).MakeGenericType(type, contract.GenericTypeArguments[0]);

        Assert.All(requests, handler => Assert.Single(services, service => service.ServiceType == handler));
    }
}
