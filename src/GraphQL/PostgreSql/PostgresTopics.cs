using System.Text.Json;
using Investr.GraphQL.Subscriptions;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Investr.GraphQL.PostgreSql;

/// <summary>Topics that several processes share. What is sent goes by the database to all of them, this one too, so that each hears the same
/// in the same order; from there on a topic is one within the process.</summary>
internal sealed class PostgresTopics : ITopicEventSender, ITopicEventReceiver, IAsyncDisposable
{
    private readonly PostgresSubscriptionOptions _options;
    private readonly InMemoryTopics _topics;
    private readonly NpgsqlDataSource _database;
    private readonly NotificationSender _sender;
    private readonly NotificationListener _listener;
    private bool _isDisposed;

    public PostgresTopics(PostgresSubscriptionOptions options, TimeProvider time, ILogger logger)
    {
        _options = options;
        _topics = new(options.TopicBufferCapacity);

        // A connection that only listens would not notice that nobody is there any more.
        _database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(options.ConnectionString) { KeepAlive = 10 });
        _sender = new(_database, options);
        _listener = new(_database, options, new NotificationReader(Deliver).Read, time, logger);
    }

    /// <summary>Ends when the database has the event.</summary>
    /// <exception cref="ArgumentException">The event is too long.</exception>
    /// <exception cref="NpgsqlException">The database cannot be reached.</exception>
    public async ValueTask SendAsync<T>(string topic, T message, CancellationToken cancellationToken) where T : class
    {
        var json = TopicMessage.Write(topic, message, _options.Json);
        if (json.Length > _options.MaxMessageBytes)
            throw new ArgumentException($"The event has {json.Length} bytes, and may have {_options.MaxMessageBytes}.", nameof(message));

        await _sender.SendAsync(json, cancellationToken);
    }

    public async ValueTask<IAsyncEnumerable<T>> SubscribeAsync<T>(string topic, CancellationToken cancellationToken) where T : class
    {
        await _listener.ListenAsync(cancellationToken);
        return await _topics.SubscribeAsync<T>(topic, cancellationToken);
    }

    // Services that are registered under several types are disposed as often.
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true)) return;

        await _listener.DisposeAsync();
        await _sender.DisposeAsync();
        await _database.DisposeAsync();
    }

    // What nobody here reads is not made an object.
    private void Deliver(ReadOnlyMemory<byte> json)
    {
        var message = TopicMessage.Read(json);
        if (_topics.Find(message.Topic, message.Type) is { } topic) topic.Publish(message.Event.Deserialize(topic.Message, _options.Json)!);
    }
}
