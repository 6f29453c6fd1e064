using Investr.Domain.Monetary;

namespace Investr.Application.Market;

/// <summary>Every exchange rate that is known, for what needs a whole history of them, such as a valuation of many lots.</summary>
public interface IExchangeRateBook
{
    /// <summary>The rates known today. Kept in memory and read anew once a day, so that asking again costs nothing.</summary>
    ValueTask<ExchangeRates> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Has the rates read anew the next time, because some were recorded.</summary>
    void Renew();
}
