using Investr.Domain.Monetary;

namespace Investr.Infrastructure.Persistence.Rows;

/// <summary>The rate between two currencies on a day, as somebody recorded it.</summary>
internal sealed class ExchangeRateRow
{
    public required Currency From { get; init; }

    public required Currency To { get; init; }

    public required DateOnly Date { get; init; }

    public required decimal Rate { get; set; }

    public static ExchangeRateRow Of(ExchangeRate rate) => new() { From = rate.From, To = rate.To, Date = rate.On, Rate = rate.Rate };

    public ExchangeRate ToRate() => new(From, To, Date, Rate);
}
