using System.Text.Json;
using Investr.Api.Tests.Host;
using Investr.Application.Exporting;
using Investr.Domain.Alerts;
using Investr.Domain.Auditing;
using Investr.Domain.Market;
using Investr.Domain.Portfolios;
using Investr.Domain.Users;
using Investr.Domain.Watchlists;
using Investr.GraphQL.Types;
using Investr.Infrastructure.Persistence;
using Investr.Infrastructure.Persistence.Auditing;
using Investr.Infrastructure.Persistence.Configurations;
using Investr.Infrastructure.Persistence.Repositories;
using Investr.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Api.Tests.Exporting;

/// <summary>
/// What is kept about a user is exported whole and deleted whole. The tables are taken from the model, so that a new one, or a new
/// column, fails here until it is both.
/// </summary>
public sealed class PersonalDataTests(TestApi api) : IClassFixture<TestApi>
{
    // Where the rows of a table are in the export, and as what.
    private static readonly Dictionary<Type, (string Path, Type Record)> Exported = new()
    {
        [typeof(User)] = ("profile", typeof(ExportedProfile)),
        [typeof(Session)] = ("sessions.0", typeof(ExportedSession)),
        [typeof(Portfolio)] = ("portfolios.0", typeof(ExportedPortfolio)),
        [typeof(PortfolioMember)] = ("memberships.0", typeof(ExportedMembership)),
        [typeof(TransactionRow)] = ("portfolios.0.transactions.0", typeof(ExportedTransaction)),
        [typeof(VoidingRow)] = ("portfolios.0.voidings.0", typeof(ExportedVoiding)),
        [typeof(IdempotencyRow)] = ("rememberedCalls.0", typeof(ExportedCall)),
        [typeof(AuditEntry)] = ("auditEntries.0", typeof(ExportedAuditEntry)),
        [typeof(Asset)] = ("assets.0", typeof(ExportedAsset)),
        [typeof(Watchlist)] = ("watchlists.0", typeof(ExportedWatchlist)),
        [typeof(WatchlistEntry)] = ("watchlists.0.entries.0", typeof(ExportedWatchlistEntry)),
        [typeof(PriceAlert)] = ("priceAlerts.0", typeof(ExportedPriceAlert)),
        [typeof(PriceRow)] = ("assets.1.prices.0", typeof(ExportedPrice)),
    };

    // What only guards the rest, and would help a thief alone.
    private static readonly string[] Guards =
    [
        nameof(User.PasswordHash), UserConfiguration.EmailHash, nameof(Session.TokenHash), nameof(Session.UsedTokenHashes), nameof(IdempotencyRow.RequestHash),
        nameof(AuditEntry.OriginHash), nameof(AuditEntry.Hash),
    ];

    // Tables without a key of anybody: the catalogue's, runs of the market-data update, the end of the audit log, and failed sign-ins by the hash of an address (deleted by the use case).
    private static readonly Type[] Impersonal =
    [
        typeof(ExchangeRateRow), typeof(AssetDividendRow), typeof(MarketDataRun), typeof(SignInFailures), typeof(AuditHeadRow), typeof(StartupStepRow),
    ];

    [Fact]
    public void Every_table_is_exported_or_known_to_be_about_nobody() => Assert.Equal(
        Tables().Select(table => table.ClrType.Name).Order(),
        Exported.Keys.Concat(Impersonal).Select(type => type.Name).Order());

    [Fact]
    public void Every_column_is_exported_but_what_guards_the_rest()
    {
        var missing =
            from table in Tables()
            where Exported.ContainsKey(table.ClrType)
            from property in table.GetProperties()
            let name = property.Name.TrimStart('_')
            where !Guards.Contains(name)
                && Exported[table.ClrType].Record.GetProperties().All(exported => !exported.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            select $"{table.ClrType.Name}.{name}";

        Assert.Empty(missing);
    }

    [Fact]
    public async Task The_export_has_it_all_and_none_of_the_secrets()
    {
        var (ada, _) = await PeopleAsync();

        using var response = await ada.GetAsync("/account/export");
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var export = JsonElement.Parse(text);

        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.All(Exported.Values, held => Assert.Equal(JsonValueKind.Object, export.At(held.Path).ValueKind));
        Assert.Equal(await ada.EmailAsync(), export.Text("profile.email"));
        Assert.Equal(await ada.UserIdAsync(), export.Text("profile.id"));
        Assert.Equal("INVESTOR", export.Text("profile.roles.0"));

        // Ten and one, and the correction of the ten; in Bob's portfolio a deposit and a purchase.
        Assert.Equal(["BUY", "DEPOSIT", "BUY"], export.Texts("portfolios.0.transactions", "type"));
        Assert.Equal(["10", null, "11"], export.Texts("portfolios.0.transactions", "quantity"));
        Assert.Equal(["DEPOSIT", "BUY"], export.Texts("entriesInPortfoliosOfOthers", "type"));
        Assert.Equal("VIEWER", export.Text("portfolios.0.members.0.access"));
        Assert.Equal(("HOUSE", "250000"), (export.Text("assets.1.symbol"), export.Text("assets.1.prices.0.close")));

        await using var context = Context();
        var guards = await context.Users.Select(user => user.PasswordHash).Concat(context.Sessions.Select(session => session.TokenHash))
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(guards, guard => text.Contains(guard, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_export_is_for_the_signed_in_alone()
    {
        using var response = await api.Nobody.GetAsync("/account/export");

        Assert.Equal(401, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_deleted_account_leaves_no_row_with_a_key_of_it()
    {
        var (ada, bob) = await PeopleAsync();
        var user = await KeyAsync(ada);
        var portfolio = await Context().Portfolios.Where(portfolio => portfolio.OwnerId == user).Select(portfolio => portfolio.Id)
            .SingleAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(await RowsOfAsync(user, portfolio));

        Assert.True((await ada.DataAsync(
            "mutation($password: String!) { deleteAccount(input: { password: $password }) { deleted } }",
            new { password = TestApi.Password })).At("deleteAccount.deleted").GetBoolean());

        Assert.Empty(await RowsOfAsync(user, portfolio));

        // The audit log still tells what the account did, by a key that is nobody's any more, and not from where.
        await using var context = Context();
        var told = await context.AuditEntries.Where(entry => entry.Actor == user).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal("deleteAccount", told[^1].Action);
        Assert.All(told, entry => Assert.Null(entry.Origin));

        // What she recorded for Bob is his, and so is now the asset that it is about; her name is gone from it.
        var kept = (await bob.DataAsync("{ portfolios { nodes { transactions { nodes { type amount asset { symbol } recordedBy { id } } } } } }"))
            .At("portfolios.nodes.0.transactions.nodes");
        Assert.Equal(["BUY", "DEPOSIT"], kept.EnumerateArray().Select(entry => entry.Text("type")).Order());
        Assert.All(kept.EnumerateArray(), entry => Assert.True(entry.IsNull("recordedBy")));
        Assert.Contains(kept.EnumerateArray(), entry => !entry.IsNull("asset") && entry.Text("asset.symbol") == "BARN");
        Assert.Equal("BARN", (await bob.DataAsync("""{ asset(symbol: "BARN") { symbol } }""")).Text("asset.symbol"));
    }

    // Ada has something in every table, in Bob's portfolio too.
    private async Task<(TestClient Ada, TestClient Bob)> PeopleAsync()
    {
        var (ada, bob) = (await api.SignUpAsync("ada"), await api.SignUpAsync("bob"));
        var (hers, his) = (await ada.CreatePortfolioAsync(), await bob.CreatePortfolioAsync());

        var house = await CustomAssetAsync(ada, "HOUSE");
        await ada.DataAsync(
            "mutation($id: ID!) { recordPrices(input: { assetId: $id, prices: [{ date: \"2024-01-02\", close: 250000 }] }) { recorded } }", new { id = house });

        await ada.DataAsync(
            """
            mutation($id: ID!) {
              recordTransactions(input: { portfolioId: $id, idempotencyKey: "once", transactions: [
                { type: BUY, symbol: "HOUSE", tradeDate: "2024-01-02", quantity: 10, unitPrice: 1, note: "mine" },
                { type: DEPOSIT, tradeDate: "2024-01-02", amount: 5 }] }) { transactions { id } }
            }
            """,
            new { id = hers });
        var entries = (await ada.DataAsync("query($id: ID!) { portfolio(id: $id) { transactions { nodes { id type } } } }", new { id = hers }))
            .At("portfolio.transactions.nodes").EnumerateArray().ToDictionary(entry => entry.Text("type")!, entry => entry.Text("id"));
        await ada.DataAsync(
            """
            mutation($buy: ID!, $deposit: ID!) {
              correctTransaction(input: { transactionId: $buy, transaction: { type: BUY, symbol: "HOUSE", tradeDate: "2024-01-02", quantity: 11, unitPrice: 1 } })
                { errors { ... on Error { message } } }
              voidTransaction(input: { transactionId: $deposit, reason: "wrong" }) { errors { ... on Error { message } } }
            }
            """,
            new { buy = entries["BUY"], deposit = entries["DEPOSIT"] });

        await ada.DataAsync("""mutation { createWatchlist(input: { name: "Perhaps", symbols: ["HOUSE", "AAPL"] }) { watchlist { id } } }""");
        await ada.DataAsync("""mutation { createPriceAlert(input: { symbol: "HOUSE", condition: PRICE_ABOVE, threshold: 300000 }) { alert { id } } }""");
        await ShareAsync(ada, hers, bob, "VIEWER");
        await ShareAsync(bob, his, ada, "EDITOR");
        var barn = await CustomAssetAsync(ada, "BARN");
        await ada.RecordAsync(
            his,
            """{ type: DEPOSIT, tradeDate: "2024-01-02", amount: 7 }""",
            $$"""{ type: BUY, assetId: "{{barn}}", tradeDate: "2024-01-02", quantity: 1, unitPrice: 7 }""");
        return (ada, bob);
    }

    private static async Task<string> CustomAssetAsync(TestClient client, string symbol) => (await client.DataAsync(
        "mutation($symbol: String!) { createCustomAsset(input: { symbol: $symbol, name: $symbol, type: OTHER, currency: \"USD\" }) { asset { id } } }",
        new { symbol })).Text("createCustomAsset.asset.id")!;

    private static async Task ShareAsync(TestClient owner, string portfolio, TestClient with, string access) => await owner.DataAsync(
        "mutation($input: SharePortfolioInput!) { sharePortfolio(input: $input) { errors { ... on Error { message } } } }",
        new { input = new { portfolioId = portfolio, email = await with.EmailAsync(), access } });

    private static async Task<UserId> KeyAsync(TestClient client) =>
        NodeId.TryRead(await client.UserIdAsync(), nameof(User), out var id) ? new(id) : throw new InvalidOperationException();

    /// <summary>Each column, of any table, in which a key of the user or of the portfolio still is.</summary>
    private async Task<IReadOnlyList<string>> RowsOfAsync(UserId user, PortfolioId portfolio)
    {
        await using var context = Context();
        List<string> found = [];
        var columns =
            from table in context.Model.GetEntityTypes()
            where table.ClrType != typeof(AuditEntry)
            let name = table.GetTableName()!
            from property in table.GetProperties()
            let type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType
            let key = type == typeof(UserId) || (table.ClrType == typeof(User) && property.IsPrimaryKey()) ? user.Value
                : type == typeof(PortfolioId) ? portfolio.Value
                : (Guid?)null
            where key is not null
            select (Table: name, Column: property.GetColumnName(), Key: key.Value);
        foreach (var (table, column, key) in columns)
        {
            var sql = $"SELECT COUNT(*) AS \"Value\" FROM \"{table}\" WHERE \"{column}\" = {{0}}";
            var count = await context.Database.SqlQueryRaw<int>(sql, key).SingleAsync(TestContext.Current.CancellationToken);
            if (count > 0) found.Add($"{table}.{column}");
        }

        return found;
    }

    private IEnumerable<IEntityType> Tables()
    {
        using var context = Context();
        return context.Model.GetEntityTypes();
    }

    private InvestrDbContext Context() => api.Services.GetRequiredService<IDbContextFactory<InvestrDbContext>>().CreateDbContext();
}
