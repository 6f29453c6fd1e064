using System.Threading.Channels;
using Npgsql;

namespace Investr.GraphQL.PostgreSql;

/// <summary>Sends messages in the order in which they come, many in one turn to the database, and tells each of who sent them.</summary>
internal sealed class NotificationSender : IAsyncDisposable
{
    private readonly NpgsqlDataSource _database;
    private readonly PostgresSubscriptionOptions _options;
    private readonly NotificationWriter _notifications = new();
    private readonly Channel<Sending> _waiting;
    private readonly Task _running;

    public NotificationSender(NpgsqlDataSource database, PostgresSubscriptionOptions options)
    {
        (_database, _options) = (database, options);
        _waiting = Channel.CreateBounded<Sending>(new BoundedChannelOptions(options.MaxSendQueueSize) { SingleReader = true });
        _running = Task.Run(RunAsync);
    }

    /// <summary>Ends when the database has the message.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        var sending = new Sending(message);
        await _waiting.Writer.WriteAsync(sending, cancellationToken);
        await sending.Sent.Task.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _running;
    }

    private async Task RunAsync()
    {
        var batch = new List<Sending>();
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (batch.Count < _options.MaxSendBatchSize && _waiting.Reader.TryRead(out var sending)) batch.Add(sending);
            try
            {
                await NotifyAsync(batch);
                batch.ForEach(sending => sending.Sent.TrySetResult());
            }
            catch (Exception failure)
            {
                // Who sent it decides what is to be done; the next one may have more luck.
                batch.ForEach(sending => sending.Sent.TrySetException(failure));
            }

            batch.Clear();
        }
    }

    // A batch is one transaction: all of it is sent, or nothing.
    private async Task NotifyAsync(IEnumerable<Sending> sendings)
    {
        await using var connection = await _database.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        foreach (var notification in sendings.SelectMany(sending => _notifications.Write(sending.Message)))
        {
            batch.BatchCommands.Add(new("SELECT pg_notify($1, $2)") { Parameters = { new() { Value = _options.ChannelName }, new() { Value = notification } } });
        }

        await batch.ExecuteNonQueryAsync();
    }

    private sealed record Sending(ReadOnlyMemory<byte> Message)
    {
        public TaskCompletionSource Sent { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
