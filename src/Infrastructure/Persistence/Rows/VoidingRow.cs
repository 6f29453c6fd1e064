using Investr.Domain.Portfolios;
using Investr.Domain.Users;

namespace Investr.Infrastructure.Persistence.Rows;

/// <summary>An entry that was taken out of a ledger: who took it out, when and why. The entry itself stays.</summary>
internal sealed class VoidingRow
{
    public required TransactionId Entry { get; init; }

    public required PortfolioId PortfolioId { get; init; }

    /// <summary>The version of the portfolio that it made.</summary>
    public required long Version { get; init; }

    public required DateTimeOffset At { get; init; }

    public UserId? By { get; init; }

    public string? Reason { get; init; }

    public static VoidingRow Of(Portfolio portfolio, Voiding voiding) => new()
    {
        Entry = voiding.Entry,
        PortfolioId = portfolio.Id,
        Version = portfolio.Version,
        At = voiding.At,
        By = voiding.By,
        Reason = voiding.Reason,
    };

    public Voiding ToVoiding() => new(Entry, At, By, Reason);
}
