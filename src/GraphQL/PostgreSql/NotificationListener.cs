using Microsoft.Extensions.Logging;
using Npgsql;

namespace Investr.GraphQL.PostgreSql;

/// <summary>Listens to the channel from the first subscription on. A connection that is lost is made again, and listens again.</summary>
internal sealed partial class NotificationListener(
    NpgsqlDataSource database, PostgresSubscriptionOptions options, Action<string> read, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    private const int LongestDelays = 100;

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _ending = new();
    private TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _running = Task.CompletedTask;
    private bool _hasBegun;

    /// <summary>Ends when the channel is listened to: what is sent from then on is heard.</summary>
    /// <exception cref="NpgsqlException">The database cannot be reached now; it is tried for further.</exception>
    public Task ListenAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!_hasBegun) _running = Task.Run(RunAsync, CancellationToken.None);
            _hasBegun = true;
            return _listening.Task.WaitAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _running;
        _ending.Dispose();
    }

    private async Task RunAsync()
    {
        var delay = options.ReconnectDelay;
        while (!_ending.IsCancellationRequested)
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(_ending.Token);
                await ListenAsync(connection);
                delay = options.ReconnectDelay;
                while (true) await connection.WaitAsync(_ending.Token);
            }
            catch (OperationCanceledException) when (_ending.IsCancellationRequested)
            {
                // The server stops.
            }
            catch (Exception failure)
            {
                Lost(failure, delay);
                Tell(failure);
                await Task.Delay(delay, time, _ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                delay = TimeSpan.FromTicks(Math.Min(delay.Ticks * 2, options.ReconnectDelay.Ticks * LongestDelays));
            }
        }
    }

    private async Task ListenAsync(NpgsqlConnection connection)
    {
        connection.Notification += (_, notification) => Hear(notification.Payload);
        await using var listen = new NpgsqlCommand($"LISTEN \"{options.ChannelName.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", connection);
        await listen.ExecuteNonQueryAsync(_ending.Token);
        lock (_gate)
        {
            if (_listening.Task.IsFaulted) _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _listening.SetResult();
        }
    }

    private void Hear(string notification)
    {
        try
        {
            read(notification);
        }
        catch (Exception failure)
        {
            Unreadable(failure);
        }
    }

    // After a connection that was lost, who comes waits for the next one. Where there is none either, all are told.
    private void Tell(Exception failure)
    {
        lock (_gate)
        {
            if (_listening.Task.IsCompletedSuccessfully) _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
            else if (_listening.TrySetException(failure)) _ = _listening.Task.Exception;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The channel of topics is not listened to; the database is tried for again in {Delay}.")]
    private partial void Lost(Exception failure, TimeSpan delay);

    [LoggerMessage(LogLevel.Error, "An event that came over the channel of topics could not be read.")]
    private partial void Unreadable(Exception failure);
}
