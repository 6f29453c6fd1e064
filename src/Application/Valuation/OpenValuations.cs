using System.Runtime.CompilerServices;
using Investr.Application.Market;
using Investr.Domain.Portfolios;
using Investr.Domain.Users;
using Investr.Domain.Valuation;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Application.Valuation;

/// <summary>The portfolios whose value somebody watches: each is valued once for all who do.</summary>
public sealed class OpenValuations(IServiceScopeFactory scopes, IPriceTicks ticks, IExchangeRateBook rates, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<PortfolioId, OpenValuation> _open = [];

    /// <summary>How many portfolios are watched.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _open.Count;
        }
    }

    /// <summary>Values a portfolio anew if anybody watches it, because it was changed.</summary>
    public void Renew(PortfolioId portfolio)
    {
        lock (_gate)
        {
            if (_open.TryGetValue(portfolio, out var open)) open.Renew();
        }
    }

    /// <summary>The value of a portfolio, now and as it changes, for as long as a user may see it. A slow reader gets the newest.</summary>
    internal async IAsyncEnumerable<PortfolioValue> WatchAsync(
        PortfolioId portfolio, UserId viewer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (open, reader) = Enter(portfolio);
        try
        {
            PortfolioValue? last = null;
            await foreach (var (seen, value) in reader.ReadAllAsync(cancellationToken))
            {
                if (seen.AccessOf(viewer) is null) yield break;
                if (!ReferenceEquals(value, last)) yield return last = value;
            }
        }
        finally
        {
            Leave(portfolio, open, reader);
        }
    }

    private (OpenValuation Open, NewestOnly<ValuedPortfolio> Reader) Enter(PortfolioId portfolio)
    {
        var reader = new NewestOnly<ValuedPortfolio>();
        lock (_gate)
        {
            if (!_open.TryGetValue(portfolio, out var open) || !open.TryAdd(reader))
            {
                _open[portfolio] = open = new OpenValuation(portfolio, scopes, ticks, rates, time);
                open.TryAdd(reader);
                open.Start();
            }

            return (open, reader);
        }
    }

    private void Leave(PortfolioId portfolio, OpenValuation open, NewestOnly<ValuedPortfolio> reader)
    {
        lock (_gate)
        {
            if (!open.Remove(reader)) return;

            if (_open.GetValueOrDefault(portfolio) == open) _open.Remove(portfolio);
            open.Dispose();
        }
    }
}

/// <summary>A portfolio and what it is worth.</summary>
internal sealed record ValuedPortfolio(Portfolio Portfolio, PortfolioValue Value);
