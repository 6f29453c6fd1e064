namespace Investr.GraphQL;

/// <summary>Sends events to those who subscribed to a topic. Behind it is this process's memory, or what the application registers to reach others.</summary>
public interface ITopicEventSender
{
    /// <summary>Sends an event to all who read the topic now, whatever their number; a topic that nobody reads takes it and forgets it.</summary>
    ValueTask SendAsync<T>(string topic, T message, CancellationToken cancellationToken = default) where T : class;
}

/// <summary>Reads the events of topics.</summary>
public interface ITopicEventReceiver
{
    /// <summary>The events of a topic from now on. Whoever reads too slowly loses the oldest.</summary>
    ValueTask<IAsyncEnumerable<T>> SubscribeAsync<T>(string topic, CancellationToken cancellationToken = default) where T : class;
}
