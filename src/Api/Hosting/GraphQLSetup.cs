using Investr.Api.Alerts;
using Investr.Api.Auth;
using Investr.Api.Errors;
using Investr.Api.Scalars;
using Investr.Application.Alerts;
using Investr.Domain;
using Investr.Domain.Monetary;
using Investr.GraphQL.AspNetCore;
using Investr.GraphQL.Types;

namespace Investr.Api.Hosting;

/// <summary>The GraphQL server: what its schema is made of, and its limits. docs/operations.md lists the limits.</summary>
internal static class GraphQLSetup
{
    public static IServiceCollection AddInvestrGraphQL(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddGraphQLServer()
            .AddTypes(typeof(GraphQLSetup).Assembly)
            .AddScalar(new CurrencyCodeType())
            .BindRuntimeType<Quantity, DecimalType>()
            .AddTypeConverter<Quantity, decimal>(quantity => quantity.Units)
            .AddErrorInterface<Refusal>()
            .AddPayloadErrors<RefusedException>(refused => refused.Refusals)
            .AddErrorFilter<RefusalFilter>()
            .AddSocketSessionInterceptor<SocketAuthentication>()
            .AddServerOptions(new GraphQLServerOptions())
            .ModifyOptions(options =>
            {
                options.DecimalAsString = true;
                options.DateScalarName = "Date";
                options.UnreadableIdsAreAbsent = true;
            })
            .AddInMemorySubscriptions()
            .UseAutomaticPersistedOperations()
            .ModifyCostOptions(costs => (costs.MaxFieldCost, costs.MaxTypeCost) = (10_000, 10_000))
            .ModifyRequestOptions(options =>
            {
                options.IncludeExceptionDetails = environment.IsDevelopment();
                options.AllowIntrospection = true;
            });
        return services.AddSingleton<IAlertNotices, AlertNotices>();
    }
}
