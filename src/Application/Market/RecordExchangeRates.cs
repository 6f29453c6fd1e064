using System.Globalization;
using Investr.Application.Auditing;
using Investr.Application.Pipeline;
using Investr.Application.Valuation;
using Investr.Domain;
using Investr.Domain.Monetary;
using MediatR;

namespace Investr.Application.Market;

/// <summary>Records exchange rates by hand. They come before those of any source.</summary>
/// <param name="Rates">The rates; one already there for the same currencies and day is replaced. <see cref="MostRates"/> at most.</param>
public sealed record RecordExchangeRates(IReadOnlyList<ExchangeRateDraft> Rates) : IRequest<RecordedRates>, IAudited
{
    /// <summary>How many rates one call may bring.</summary>
    public const int MostRates = 10_000;

    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.ExchangeRates;
}

/// <summary>A rate that somebody knows.</summary>
/// <param name="From">The currency that is exchanged.</param>
/// <param name="To">The currency that is received.</param>
/// <param name="Date">The day.</param>
/// <param name="Rate">Units of the second currency for one of the first.</param>
public sealed record ExchangeRateDraft(Currency From, Currency To, DateOnly Date, decimal Rate);

/// <summary>What was recorded.</summary>
/// <param name="Recorded">How many rates were kept.</param>
public sealed record RecordedRates(int Recorded);

internal sealed class RecordExchangeRatesValidator(TimeProvider time) : IValidator<RecordExchangeRates>
{
    // So far apart that no two currencies ever were further; between them a rate and its inverse keep their digits.
    private const decimal Least = 0.000_000_000_001m;
    private const decimal Most = 1_000_000_000_000m;

    public IEnumerable<InputFault> FaultsOf(RecordExchangeRates request)
    {
        if (request.Rates.Count is 0 or > RecordExchangeRates.MostRates)
            yield return new(["rates"], $"From 1 to {RecordExchangeRates.MostRates} rates are taken at once.");

        HashSet<(Currency, Currency, DateOnly)> told = [];
        foreach (var (place, rate) in request.Rates.Index())
        {
            var path = new[] { "rates", place.ToString(CultureInfo.InvariantCulture) };
            if (rate.From.Major == rate.To.Major) yield return new([.. path, "to"], "A rate is between two different currencies.");
            if (rate.Rate is not (>= Least and <= Most)) yield return new([.. path, "rate"], "A rate is positive, and a trillion at most.");
            if (MarketDays.FaultOf(rate.Date, time) is { } fault) yield return new([.. path, "date"], fault);

            var pair = rate.From < rate.To ? (rate.From, rate.To, rate.Date) : (rate.To, rate.From, rate.Date);
            if (!told.Add(pair)) yield return new([.. path, "date"], "The two currencies have a rate of the day in the list already.");
        }
    }
}

internal sealed class RecordExchangeRatesHandler(
    IExchangeRateStore store, IExchangeRateBook book, IExchangeRateLoader loaded, ValuationLoader values, AuditNote note)
    : IRequestHandler<RecordExchangeRates, RecordedRates>
{
    public async Task<RecordedRates> Handle(RecordExchangeRates request, CancellationToken cancellationToken)
    {
        await store.WriteAsync(
            [.. request.Rates.Select(rate => new ExchangeRate(rate.From, rate.To, rate.Date, rate.Rate))], note, cancellationToken);

        book.Renew();
        loaded.ClearCache();
        values.ClearCache();
        return new(request.Rates.Count);
    }
}
