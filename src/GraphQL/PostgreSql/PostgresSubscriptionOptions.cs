using System.Text.Json;

namespace Investr.GraphQL.PostgreSql;

/// <summary>How topics go from one process to the others.</summary>
public sealed class PostgresSubscriptionOptions
{
    /// <summary>The database that the processes share. Each holds two connections to it.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>The channel that all topics share; who has another hears nothing of them.</summary>
    public string ChannelName { get; set; } = "graphql_topics";

    /// <summary>How many events wait for one reader; 64. Then the oldest is dropped.</summary>
    public int TopicBufferCapacity { get; set; } = 64;

    /// <summary>How many events go to the database at once; 256.</summary>
    public int MaxSendBatchSize { get; set; } = 256;

    /// <summary>How many events wait for the database; 2,048. Then who sends waits.</summary>
    public int MaxSendQueueSize { get; set; } = 2_048;

    /// <summary>How many bytes an event may have as JSON; 1 MiB. One that is longer is refused to who sends it.</summary>
    public int MaxMessageBytes { get; set; } = 1024 * 1024;

    /// <summary>How long a lost connection is waited for at first, before it is tried for again; 200 ms, and twice as long each time, up to a
    /// hundred times.</summary>
    public TimeSpan ReconnectDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How events become JSON and are read again.</summary>
    public JsonSerializerOptions Json { get; set; } = JsonSerializerOptions.Web;
}
