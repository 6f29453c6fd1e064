using System.Runtime.CompilerServices;
using Investr.Application.Auditing;
using Investr.Application.Exporting;
using Investr.Domain.Market;
using Investr.Domain.Portfolios;
using Investr.Domain.Users;
using Investr.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

/// <summary>One statement for each list, and one row of it in memory at a time.</summary>
internal sealed class AccountRecords(IDbContextFactory<InvestrDbContext> contexts) : IAccountRecords
{
    public IAsyncEnumerable<ExportedSession> ReadSessionsAsync(UserId user) => ReadAsync(
        context => context.Sessions.Where(session => session.UserId == user).OrderBy(session => session.Id),
        session => new ExportedSession(
            session.Id, session.UserId, session.UserAgent, session.CreatedAt, session.LastUsedAt, session.ExpiresAt, session.EndedAt));

    public IAsyncEnumerable<ExportedPortfolio> ReadPortfoliosAsync(UserId user) => ReadAsync(
        context => context.Portfolios.Where(portfolio => portfolio.OwnerId == user).OrderBy(portfolio => portfolio.Id),
        portfolio => new ExportedPortfolio
        {
            Id = portfolio.Id,
            OwnerId = portfolio.OwnerId,
            Name = portfolio.Name,
            Description = portfolio.Description,
            BaseCurrency = portfolio.BaseCurrency,
            CostBasisMethod = portfolio.CostBasisMethod,
            CreatedAt = portfolio.CreatedAt,
            Version = portfolio.Version,
            Members = portfolio.Members,
            Transactions = ReadAsync(
                context => context.Transactions.Where(row => row.PortfolioId == portfolio.Id).OrderBy(row => row.Version).ThenBy(row => row.Sequence), Of),
            Voidings = ReadAsync(context => context.Voidings.Where(row => row.PortfolioId == portfolio.Id).OrderBy(row => row.Version), Of),
        });

    public IAsyncEnumerable<ExportedMembership> ReadMembershipsAsync(UserId user) => ReadAsync(
        context => context.Portfolios
            .SelectMany(portfolio => portfolio.Members, (portfolio, member) => new { portfolio.Id, member.User, member.Access })
            .Where(member => member.User == user)
            .OrderBy(member => member.Id),
        member => new ExportedMembership(member.Id, member.User, member.Access));

    public IAsyncEnumerable<ExportedTransaction> ReadEntriesElsewhereAsync(UserId user) => ReadAsync(
        context => context.Transactions
            .Where(row => row.RecordedBy == user)
            .Where(row => context.Portfolios.Any(portfolio => portfolio.Id == row.PortfolioId && portfolio.OwnerId != user))
            .OrderBy(row => row.PortfolioId).ThenBy(row => row.Version).ThenBy(row => row.Sequence),
        Of);

    public IAsyncEnumerable<ExportedVoiding> ReadVoidingsElsewhereAsync(UserId user) => ReadAsync(
        context => context.Voidings
            .Where(row => row.By == user)
            .Where(row => context.Portfolios.Any(portfolio => portfolio.Id == row.PortfolioId && portfolio.OwnerId != user))
            .OrderBy(row => row.Entry),
        Of);

    public IAsyncEnumerable<ExportedCall> ReadCallsAsync(UserId user) => ReadAsync(
        context => context.Set<IdempotencyRow>().Where(row => row.UserId == user).OrderBy(row => row.PortfolioId).ThenBy(row => row.Key),
        row => new ExportedCall(row.PortfolioId, row.UserId, row.Key, row.KeptAt, [.. row.Transactions.Select(id => new TransactionId(id))]));

    public IAsyncEnumerable<ExportedAuditEntry> ReadAuditEntriesAsync(UserId user)
    {
        var subject = AuditSubject.Of(user);
        return ReadAsync(
            context => context.AuditEntries
                .Where(entry => entry.Actor == user || (entry.Actor == null && entry.Subject == subject))
                .OrderBy(entry => entry.Sequence),
            entry => new ExportedAuditEntry(
                entry.Id, entry.Sequence, entry.At, entry.Actor, entry.Action, entry.Subject, entry.Detail, entry.Outcome, entry.Code,
                entry.Origin is { } origin ? new(origin.Address, origin.UserAgent) : null));
    }

    public IAsyncEnumerable<ExportedAsset> ReadAssetsAsync(UserId user) => ReadAsync(
        context => context.Assets.Where(asset => asset.OwnerId == user).OrderBy(asset => asset.Symbol),
        asset => new ExportedAsset(
            asset.Id, asset.OwnerId, asset.Symbol, asset.Name, asset.Type, asset.Class, asset.Currency, asset.Exchange, asset.Isin,
            asset.Country, asset.Sector, asset.Industry, asset.IsEdited, asset.Constituents, asset.Splits, ReadPricesAsync(asset.Id)));

    public IAsyncEnumerable<ExportedWatchlist> ReadWatchlistsAsync(UserId user) => ReadAsync(
        context => context.Watchlists.Where(list => list.OwnerId == user).OrderBy(list => list.Id),
        list => new ExportedWatchlist(
            list.Id, list.OwnerId, list.Name, [.. list.Entries.OrderBy(entry => entry.Place).Select(entry => new ExportedWatchlistEntry(list.Id, entry.Asset, entry.Place))]));

    public IAsyncEnumerable<ExportedPriceAlert> ReadPriceAlertsAsync(UserId user) => ReadAsync(
        context => context.PriceAlerts.Where(alert => alert.OwnerId == user).OrderBy(alert => alert.Id),
        alert => new ExportedPriceAlert(
            alert.Id, alert.OwnerId, alert.AssetId, alert.Condition, alert.Threshold, alert.CreatedAt, alert.IsArmed, alert.ChangedAt,
            alert.TriggeredAt, alert.TriggeredPrice));

    private IAsyncEnumerable<ExportedPrice> ReadPricesAsync(AssetId asset) => ReadAsync(
        context => context.Prices.Where(price => price.AssetId == asset).OrderBy(price => price.Date),
        price => new ExportedPrice(price.AssetId, price.Date, price.Close, price.Currency, price.Source));

    private static ExportedVoiding Of(VoidingRow row) => new(row.Entry, row.PortfolioId, row.Version, row.At, row.By, row.Reason);

    private static ExportedTransaction Of(TransactionRow row) => new()
    {
        Id = row.Id,
        PortfolioId = row.PortfolioId,
        Type = row.Type,
        AssetId = row.AssetId,
        TradeDate = row.TradeDate,
        Sequence = row.Sequence,
        Version = row.Version,
        Quantity = row.Quantity,
        UnitPrice = row.UnitPrice,
        Amount = row.Amount,
        Currency = row.Currency,
        Fee = row.Fee,
        Tax = row.Tax,
        RatioNumerator = row.RatioNumerator,
        RatioDenominator = row.RatioDenominator,
        Lots = row.Lots,
        TransferredLots = row.TransferredLots,
        TakenFrom = row.TakenFrom,
        Note = row.Note?.Value,
        ExternalId = row.ExternalId,
        RecordedAt = row.RecordedAt,
        RecordedBy = row.RecordedBy,
        Supersedes = row.Supersedes,
    };

    private async IAsyncEnumerable<TRecord> ReadAsync<TRow, TRecord>(
        Func<InvestrDbContext, IQueryable<TRow>> rows, Func<TRow, TRecord> record, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TRow : class
    {
        // A context of its own, because lists are read within lists.
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await foreach (var row in rows(context).AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken)) yield return record(row);
    }
}
