using Investr.GraphQL;
using Investr.GraphQL.PostgreSql;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Topics across processes.</summary>
public static class PostgresBuilderExtensions
{
    /// <summary>Sends the events of [Subscribe] and <see cref="ITopicEventSender"/> to all processes that share a PostgreSQL database, by its
    /// LISTEN and NOTIFY.</summary>
    /// <remarks>Each process hears the events of a topic in the same order, its own among them. An event reaches who reads at that time: while a
    /// process has lost its connection, its readers miss what others send.</remarks>
    public static IRequestExecutorBuilder AddPostgresSubscriptions(
        this IRequestExecutorBuilder builder, Action<IServiceProvider, PostgresSubscriptionOptions> configure)
    {
        builder.Services
            .AddSingleton(services =>
            {
                var options = new PostgresSubscriptionOptions();
                configure(services, options);
                return new PostgresTopics(options, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<PostgresTopics>>());
            })
            .AddSingleton<ITopicEventSender>(static services => services.GetRequiredService<PostgresTopics>())
            .AddSingleton<ITopicEventReceiver>(static services => services.GetRequiredService<PostgresTopics>());
        return builder;
    }
}
