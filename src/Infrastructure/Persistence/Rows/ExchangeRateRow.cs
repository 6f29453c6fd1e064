using Investr.Application.Market;
using Investr.Domain.Monetary;

namespace Investr.Infrastructure.Persistence.Rows;

/// <summary>The rate between two currencies on a day, as somebody recorded it, or as a source told it.</summary>
internal sealed class ExchangeRateRow
{
    public required Currency From { get; init; }

    public required Currency To { get; init; }

    public required DateOnly Date { get; init; }

    public required decimal Rate { get; set; }

    /// <summary>Where it came from: a provider's name, or <see cref="StoredPrice.ByHand"/>.</summary>
    public required string Source { get; set; }

    public static ExchangeRateRow Of(ExchangeRate rate, string source) =>
        new() { From = rate.From, To = rate.To, Date = rate.On, Rate = rate.Rate, Source = source };

    public ExchangeRate ToRate() => new(From, To, Date, Rate);
}
