using System.Collections.Frozen;
using System.Net;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using AutoMapper;
using Investr.Domain.Market;

namespace Investr.Infrastructure.MarketData.Http;

/// <summary>How one API streams prices over a WebSocket.</summary>
/// <param name="Address">Where; a key may be part of it.</param>
/// <param name="SymbolOf">The API's name for a listing.</param>
/// <param name="Subscribe">The message that asks for symbols.</param>
/// <param name="Unsubscribe">The message that asks for them no more.</param>
/// <param name="Read">What a message says.</param>
internal sealed record SocketRules(
    Uri Address,
    Func<Listing, string?> SymbolOf,
    Func<IReadOnlyCollection<string>, string> Subscribe,
    Func<IReadOnlyCollection<string>, string> Unsubscribe,
    Func<JsonElement, SocketMessage> Read)
{
    /// <summary>What has to be sent now and then for the connection to stay open.</summary>
    internal string? Heartbeat { get; init; }
}

/// <summary>What a message says: a price, that the other side will hang up, or nothing that matters.</summary>
internal readonly record struct SocketMessage(string Symbol, ReportedQuote? Quote, bool IsLast = false)
{
    internal static SocketMessage Nothing => new("", Quote: null);

    internal static SocketMessage Last => new("", Quote: null, IsLast: true);
}

/// <summary>One connection to an API that streams prices, whose subscriptions follow what is watched.</summary>
internal sealed class PriceSocket : IDisposable
{
    private const int MostBytes = 1024 * 1024;

    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan HeartbeatEvery = TimeSpan.FromSeconds(10);

    private readonly SourceSettings _settings;
    private readonly SocketRules _rules;
    private readonly TimeProvider _clock;
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _turnToSend = new(1);

    private volatile FrozenDictionary<string, Listing[]> _watched = FrozenDictionary<string, Listing[]>.Empty;
    private volatile Exception? _spoilt;

    private PriceSocket(SourceSettings settings, SocketRules rules, TimeProvider clock)
    {
        (_settings, _rules, _clock) = (settings, rules, clock);
        (_socket.Options.KeepAliveInterval, _socket.Options.KeepAliveTimeout) = (PingEvery, PingEvery);
        _socket.Options.CollectHttpResponseDetails = true;
    }

    /// <summary>Connects once there is something to watch, and gives prices until the connection ends.</summary>
    internal static async IAsyncEnumerable<Quote> ReadAsync(
        string source, SourceSettings settings, SocketRules rules, TimeProvider clock, IAsyncEnumerable<IReadOnlyList<Listing>> watched,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var closing = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var lists = watched.GetAsyncEnumerator(closing.Token);
        if (!await lists.MoveNextAsync()) yield break;

        using var connection = new PriceSocket(settings, rules, clock);
        await connection.ConnectAsync(cancellationToken);
        var speaking = connection.SpeakAsync(lists, closing);
        try
        {
            while (await connection.ReceiveAsync(closing.Token, cancellationToken) is { } message)
            {
                var said = connection.Read(message);
                if (said.IsLast) yield break;

                foreach (var quote in connection.QuotesOf(said, source)) yield return quote;
            }
        }
        finally
        {
            await closing.CancelAsync();
            await speaking;
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _turnToSend.Dispose();
    }

    private IEnumerable<Quote> QuotesOf(SocketMessage said, string source)
    {
        if (said.Quote is not { } quote) return [];

        var now = _clock.GetUtcNow();
        return _watched.GetValueOrDefault(said.Symbol, [])
            .Where(listing => quote.FaultFor(listing) is null)
            .Select(listing => quote.For(listing, source, now));
    }

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(_settings.Timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await _socket.ConnectAsync(_rules.Address, either.Token);
        }
        catch (Exception reason) when (IsOfTheWire(reason) && !cancellationToken.IsCancellationRequested)
        {
            var fault = _socket.HttpStatusCode switch
            {
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => SourceFault.Unauthorized,
                HttpStatusCode.UnavailableForLegalReasons => SourceFault.Unauthorized,
                HttpStatusCode.TooManyRequests => SourceFault.RateLimited,
                _ => SourceFault.Transient,
            };
            throw new SourceException(fault, $"{_settings.Name}: no connection for prices.", reason);
        }
    }

    // Subscriptions and heartbeats, until the connection is closed. What goes wrong here closes it.
    private async Task SpeakAsync(IAsyncEnumerator<IReadOnlyList<Listing>> lists, CancellationTokenSource closing)
    {
        try
        {
            await Task.WhenAll(BeatAsync(closing.Token), FollowAsync(lists, closing.Token));
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            // The connection is being closed, which is no news.
        }
        catch (WebSocketException)
        {
            // Whoever receives meets it as well, after all that was sent before.
        }
        catch (Exception reason)
        {
            _spoilt = reason;
            await closing.CancelAsync();
        }
    }

    private async Task FollowAsync(IAsyncEnumerator<IReadOnlyList<Listing>> lists, CancellationToken cancellationToken)
    {
        do
        {
            var before = _watched;
            var now = lists.Current
                .Where(listing => _rules.SymbolOf(listing) is not null)
                .GroupBy(listing => _rules.SymbolOf(listing)!)
                .ToFrozenDictionary(group => group.Key, group => group.ToArray());
            _watched = now;

            await SendAsync(_rules.Subscribe, [.. now.Keys.Where(symbol => !before.ContainsKey(symbol))], cancellationToken);
            await SendAsync(_rules.Unsubscribe, [.. before.Keys.Where(symbol => !now.ContainsKey(symbol))], cancellationToken);
        }
        while (await lists.MoveNextAsync());
    }

    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        if (_rules.Heartbeat is not { } heartbeat) return;

        using var timer = new PeriodicTimer(HeartbeatEvery, _clock);
        while (await timer.WaitForNextTickAsync(cancellationToken)) await SendAsync(heartbeat, cancellationToken);
    }

    private Task SendAsync(Func<IReadOnlyCollection<string>, string> message, string[] symbols, CancellationToken cancellationToken) =>
        symbols.Length == 0 ? Task.CompletedTask : SendAsync(message(symbols), cancellationToken);

    private async Task SendAsync(string message, CancellationToken cancellationToken)
    {
        await _turnToSend.WaitAsync(cancellationToken);
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        finally
        {
            _turnToSend.Release();
        }
    }

    // Null where the other side has hung up in order.
    private async Task<byte[]?> ReceiveAsync(CancellationToken closing, CancellationToken cancellationToken)
    {
        try
        {
            using var message = new MemoryStream();
            var buffer = new byte[16 * 1024];
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer, closing);
                if (part.MessageType == WebSocketMessageType.Close) return null;

                message.Write(buffer, 0, part.Count);
                if (part.EndOfMessage) return message.ToArray();
                if (message.Length > MostBytes)
                    throw new SourceException(SourceFault.Malformed, $"{_settings.Name}: a message of more than {MostBytes} bytes.");
            }
        }
        catch (Exception reason) when (IsOfTheWire(reason) && !cancellationToken.IsCancellationRequested)
        {
            throw new SourceException(SourceFault.Transient, $"{_settings.Name}: the connection for prices broke.", _spoilt ?? reason);
        }
    }

    private SocketMessage Read(byte[] message)
    {
        try
        {
            using var json = JsonDocument.Parse(message);
            return _rules.Read(json.RootElement);
        }
        catch (Exception reason) when (IsOfTheMessage(reason))
        {
            throw new SourceException(SourceFault.Malformed, $"{_settings.Name}: a message that cannot be read.", reason);
        }
    }

    private static bool IsOfTheWire(Exception reason) => reason is WebSocketException or OperationCanceledException;

    private static bool IsOfTheMessage(Exception reason) =>
        reason is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or AutoMapperMappingException;
}
