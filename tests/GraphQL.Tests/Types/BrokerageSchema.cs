using Investr.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Types;

internal static class BrokerageSchema
{
    public static ServiceProvider Services(Action<SchemaOptions>? change = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<Clock>().AddSingleton<AccountStore>();
        services.AddGraphQLServer()
            .AddType(typeof(AccountType)).AddType(typeof(AccountQueries)).AddType(typeof(AccountMutations)).AddType(typeof(AccountSubscriptions))
            .AddScalar(new CurrencyCodeType())
            .BindRuntimeType<Units, DecimalType>()
            .AddTypeConverter<Units, decimal>(units => units.Count)
            .AddTypeConverter<decimal, Units>(count => new(count))
            .AddErrorInterface<IUserError>()
            .ModifyOptions(options =>
            {
                options.DecimalAsString = true;
                options.DateScalarName = "Date";
                change?.Invoke(options);
            });
        return services.BuildServiceProvider();
    }

    public static Schema Make(Action<SchemaOptions>? change = null) => Services(change).GetRequiredService<Schema>();
}
