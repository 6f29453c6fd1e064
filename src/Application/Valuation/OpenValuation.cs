using System.Collections.Concurrent;
using System.Threading.Channels;
using Investr.Application.Market;
using Investr.Application.Portfolios;
using Investr.DataLoader;
using Investr.Domain.Market;
using Investr.Domain.Portfolios;
using Investr.Domain.Valuation;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Application.Valuation;

/// <summary>
/// One portfolio that is watched. It is read when it is opened and when it was changed; between that it is valued from memory, at
/// most a few times a second, as prices come.
/// </summary>
internal sealed class OpenValuation(
    PortfolioId id, IServiceScopeFactory scopes, IPriceTicks ticks, IExchangeRateBook rates, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    // How soon is noticed what other processes change.
    private static readonly TimeSpan Recheck = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly List<NewestOnly<ValuedPortfolio>> _readers = [];
    private readonly CancellationTokenSource _ending = new();
    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private ValuedPortfolio? _current;
    private bool _isChanged;
    private bool _isTicked;
    private bool _hasEnded;

    /// <summary>Adds a reader, who gets what is known at once; false where it has ended.</summary>
    public bool TryAdd(NewestOnly<ValuedPortfolio> reader)
    {
        lock (_gate)
        {
            if (_hasEnded) return false;

            _readers.Add(reader);
            if (_current is not null) reader.Offer(_current);
            return true;
        }
    }

    /// <summary>Lets a reader go; true where nobody is left.</summary>
    public bool Remove(NewestOnly<ValuedPortfolio> reader)
    {
        lock (_gate)
        {
            _readers.Remove(reader);
            return _readers.Count == 0;
        }
    }

    public void Start()
    {
        // It outlives the request that begins it, and is nothing of that request's.
        var ending = _ending.Token;
        using (ExecutionContext.SuppressFlow()) _ = Task.Run(() => RunAsync(ending), CancellationToken.None);
    }

    /// <summary>Ends it, because nobody is left.</summary>
    public void Dispose()
    {
        _ending.Cancel();
        _ending.Dispose();
    }

    public void Renew()
    {
        Volatile.Write(ref _isChanged, true);
        _news.Writer.TryWrite(true);
    }

    private async Task RunAsync(CancellationToken ending)
    {
        Exception? failure = null;
        await using var recheck = time.CreateTimer(_ => Renew(), null, Recheck, Recheck);
        try
        {
            while (await LoadAsync(ending) is { } loaded) await FollowAsync(loaded, ending);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // Nobody is left to be told.
        }
        catch (Exception thrown)
        {
            failure = thrown;
        }

        End(failure);
    }

    private async Task<LoadedValuation?> LoadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        if (await services.GetRequiredService<IPortfolioLoader>().LoadAsync(id, cancellationToken) is not { } portfolio) return null;

        var positions = await services.GetRequiredService<IPositionsLoader>().LoadRequiredAsync(new PositionsKey(id), cancellationToken);
        return new(portfolio, positions, await services.GetRequiredService<MarketLoading>().LoadAsync(positions, asOf: null, cancellationToken));
    }

    /// <summary>Values what was loaded, as prices come, until the portfolio is changed.</summary>
    private async Task FollowAsync(LoadedValuation loaded, CancellationToken cancellationToken)
    {
        var quotes = new ConcurrentDictionary<AssetId, Quote>(loaded.Market.Quotes);
        using var following = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var prices = ReadPricesAsync(quotes, [.. loaded.Market.Assets.Keys], following.Token);
        try
        {
            do
            {
                await TellAsync(loaded, quotes, cancellationToken);
                await Task.Delay(Pause, time, cancellationToken);
                await _news.Reader.ReadAsync(cancellationToken);
            }
            while (!Interlocked.Exchange(ref _isChanged, false));
        }
        finally
        {
            await following.CancelAsync();
            await prices.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReadPricesAsync(
        ConcurrentDictionary<AssetId, Quote> quotes, IReadOnlyCollection<AssetId> assets, CancellationToken cancellationToken)
    {
        await foreach (var quote in ticks.SubscribeAsync(assets, cancellationToken))
        {
            // What is known already comes first.
            if (quote == quotes.GetValueOrDefault(quote.Asset)) continue;

            quotes[quote.Asset] = quote;
            Volatile.Write(ref _isTicked, true);
            _news.Writer.TryWrite(true);
        }
    }

    private async Task TellAsync(LoadedValuation loaded, ConcurrentDictionary<AssetId, Quote> quotes, CancellationToken cancellationToken)
    {
        // Where it was only looked at again, what it is worth is what it was.
        var isTicked = Interlocked.Exchange(ref _isTicked, false);
        var value = !isTicked && _current?.Portfolio.Version == loaded.Portfolio.Version
            ? _current.Value
            : Valuer.Value(
                loaded.Positions,
                loaded.Market with
                {
                    AsOf = time.GetUtcNow(),
                    Quotes = new Dictionary<AssetId, Quote>(quotes),
                    Rates = await rates.ReadAsync(cancellationToken),
                },
                loaded.Portfolio.BaseCurrency);

        lock (_gate)
        {
            _current = new(loaded.Portfolio, value);
            foreach (var reader in _readers) reader.Offer(_current);
        }
    }

    private void End(Exception? failure)
    {
        lock (_gate)
        {
            _hasEnded = true;
            foreach (var reader in _readers) reader.End(failure);
        }
    }

    private sealed record LoadedValuation(Portfolio Portfolio, Positions Positions, MarketSnapshot Market);
}
