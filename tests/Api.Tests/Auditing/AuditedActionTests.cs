using System.Text.Json;
using Investr.Api.Tests.Host;
using Investr.Application.Auditing;
using Investr.Domain.Auditing;
using Investr.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Api.Tests.Auditing;

/// <summary>Everything that is audited is done once; the log must tell of all of it, and of nothing that is not its business.</summary>
public sealed class AuditedActionTests(TestApi api) : IClassFixture<TestApi>
{
    private const string WrongPassword = "a password of another planet";
    private const string NewPassword = "an even longer horse battery";

    private readonly List<string> _secrets = [TestApi.Password, WrongPassword, NewPassword];

    [Fact]
    public async Task Every_action_is_told_and_no_amount_password_token_name_or_address_of_anybody()
    {
        await LiveAsync();

        var log = await EntriesAsync();
        var actions =
            from type in typeof(IAudited).Assembly.GetTypes()
            where type is { IsClass: true } && typeof(IAudited).IsAssignableFrom(type)
            select JsonNamingPolicy.CamelCase.ConvertName(type.Name);
        Assert.Equal(
            actions.Append("bootstrapAdministrator").Order(StringComparer.Ordinal),
            log.Select(entry => entry.Action).Distinct().Order(StringComparer.Ordinal));

        // Amounts of this life are those with these digits.
        string[] unwanted = [.. _secrets, "@", "example", "4711", "1234.5", "0815", "lovelace", "hopper"];
        Assert.All(log, entry => Assert.All(unwanted, word => Assert.DoesNotContain(word, TextOf(entry), StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task What_was_refused_is_told_with_its_reason_and_who_it_was_about()
    {
        var (ada, bob) = (await api.SignUpAsync("ada"), await api.SignUpAsync("bob"));
        var portfolio = await ada.CreatePortfolioAsync();

        await bob.TryRecordAsync(portfolio, """{ type: DEPOSIT, tradeDate: "2024-01-02", amount: 1 }""");
        await ada.TryRecordAsync(portfolio, """{ type: SELL, symbol: "AAPL", tradeDate: "2024-01-02", quantity: 1, unitPrice: 1 }""");
        await ada.TryRecordAsync(portfolio);

        var told = (await EntriesAsync()).Where(entry => entry.Action == "recordTransactions").TakeLast(3).ToList();
        Assert.Equal(["NOT_FOUND", "INSUFFICIENT_QUANTITY", "VALIDATION"], told.Select(entry => entry.Code));
        Assert.Single(told.Select(entry => entry.Subject).Distinct());
        Assert.All(told, entry => Assert.Equal(AuditOutcome.Refused, entry.Outcome));
    }

    [Fact]
    public async Task A_refresh_token_that_was_used_before_is_told_apart_from_one_that_never_was()
    {
        var first = await SessionAsync("ada.reuse@example.com");
        await RefreshAsync(first);
        await RefreshAsync(first);
        await RefreshAsync("nonsense");

        var told = (await EntriesAsync()).Where(entry => entry.Action == "refreshTokens").TakeLast(3).ToList();
        Assert.Equal([null, "REFRESH_TOKEN_REUSED", "INVALID_CREDENTIALS"], told.Select(entry => entry.Code));
        Assert.Equal(told[0].Subject, told[1].Subject);
        Assert.Equal((true, false), (told[0].Actor is not null, told[1].Actor is not null));
    }

    [Fact]
    public async Task A_wrong_password_is_told_of_the_account_and_an_unknown_address_of_nobody()
    {
        var ada = await api.SignUpAsync("ada");
        var email = await ada.EmailAsync();

        foreach (var address in (string[])[email, "nobody.at.all@example.com"])
            await SignInAsync(address, WrongPassword);

        var told = (await EntriesAsync()).Where(entry => entry.Action == "signIn").TakeLast(2).ToList();
        Assert.StartsWith("User:", told[0].Subject, StringComparison.Ordinal);
        Assert.Equal("User", told[1].Subject);
        Assert.All(told, entry => Assert.Equal((null, "INVALID_CREDENTIALS"), (entry.Actor, entry.Code)));
    }

    // Ada does all that a user can, Grace all that an analyst and administrator can besides.
    private async Task LiveAsync()
    {
        var root = await api.SignInAsAdministratorAsync();
        var (ada, grace) = (await api.SignUpAsync("lovelace"), await api.SignUpAsync("hopper"));
        _secrets.AddRange([ada.Token!, grace.Token!, root.Token!]);
        var email = await ada.EmailAsync();
        var portfolio = await LiveAsInvestorAsync(ada, await grace.EmailAsync(), await grace.UserIdAsync());
        await LiveAsAnalystAsync(root);
        await AdministerAsync(root, await grace.UserIdAsync());
        await DoAsync(ada, "deletePortfolio", new { portfolioId = portfolio });

        await SignInAsync(email, WrongPassword);
        var refresh = await SessionAsync("lovelace.again@example.com");
        await RefreshAsync(refresh);
        await RefreshAsync(refresh);

        using (await ada.GetAsync("/account/export"))
            await DoAsync(ada, "updateProfile", new { displayName = "Augusta Lovelace" });
        await DoAsync(ada, "changePassword", new { currentPassword = TestApi.Password, newPassword = NewPassword });
        var again = await api.SignInAsync(email, NewPassword);
        await DoAsync(again, "signOut", new { everywhere = false });
        await DoAsync(await api.SignInAsync(email, NewPassword), "deleteAccount", new { password = NewPassword });
    }

    private static async Task<string> LiveAsInvestorAsync(TestClient ada, string friend, string friendId)
    {
        var portfolio = await ada.CreatePortfolioAsync();
        await DoAsync(ada, "updatePortfolio", new { portfolioId = portfolio, name = "Lovelace's" });
        await ada.RecordAsync(
            portfolio,
            """{ type: DEPOSIT, tradeDate: "2024-01-02", amount: 4711.23, note: "from Hopper" }""",
            """{ type: DEPOSIT, tradeDate: "2024-01-03", amount: 1234.56 }""");
        var entries = (await ada.DataAsync("query($id: ID!) { portfolio(id: $id) { transactions { nodes { id } } } }", new { id = portfolio }))
            .Texts("portfolio.transactions.nodes", "id").ToList();
        await DoAsync(ada, "correctTransaction", new { transactionId = entries[0], transaction = new { type = "DEPOSIT", tradeDate = "2024-01-03", amount = "1234.57" } });
        await DoAsync(ada, "voidTransaction", new { transactionId = entries[1], reason = "Hopper's idea" });
        await DoAsync(ada, "importTransactions", new { portfolioId = portfolio, text = "date,type,amount,currency\n2024-01-05,DEPOSIT,815.0815,USD" });
        await DoAsync(ada, "sharePortfolio", new { portfolioId = portfolio, email = friend, access = "EDITOR" });
        await DoAsync(ada, "unsharePortfolio", new { portfolioId = portfolio, userId = friendId });

        var asset = (await ada.DataAsync(
            """mutation { createCustomAsset(input: { symbol: "HOUSE", name: "Lovelace's house", type: OTHER, currency: "USD" }) { asset { id } } }"""))
            .Text("createCustomAsset.asset.id");
        var list = (await ada.DataAsync("""mutation { createWatchlist(input: { name: "Hopper's ideas", symbols: ["HOUSE"] }) { watchlist { id } } }"""))
            .Text("createWatchlist.watchlist.id");
        await DoAsync(ada, "updateWatchlist", new { watchlistId = list, name = "Lovelace's ideas", add = new[] { "AAPL" } });
        await DoAsync(ada, "deleteWatchlist", new { watchlistId = list });
        var alert = (await ada.DataAsync("""mutation { createPriceAlert(input: { symbol: "AAPL", condition: PRICE_ABOVE, threshold: 4711.23 }) { alert { id } } }"""))
            .Text("createPriceAlert.alert.id");
        await DoAsync(ada, "deletePriceAlert", new { alertId = alert });
        await DoAsync(ada, "recordPrices", new { assetId = asset, prices = new[] { new { date = "2024-01-02", close = "4711.23" } } });
        return portfolio;
    }

    private static async Task LiveAsAnalystAsync(TestClient root)
    {
        await DoAsync(root, "upsertAssets", new { assets = new[] { new { symbol = "NEWCO", name = "New Company", type = "STOCK", currency = "USD" } } });
        await DoAsync(root, "refreshMarketData", new { symbols = new[] { "AAPL" } });
        await DoAsync(root, "recordExchangeRates", new { rates = new[] { new { from = "EUR", to = "USD", date = "2024-01-02", rate = "1234.5" } } });
    }

    private static async Task AdministerAsync(TestClient root, string user)
    {
        await DoAsync(root, "setUserRoles", new { userId = user, roles = new[] { "ANALYST" } });
        await DoAsync(root, "lockUser", new { userId = user, locked = true });
        var entry = (await root.DataAsync("{ users(search: \"hopper\") { totalCount } auditLog(first: 1) { nodes { id } } }")).Text("auditLog.nodes.0.id");
        var session = (await root.DataAsync("{ me { sessions { id } } }")).Text("me.sessions.0.id");
        await root.DataAsync("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = new[] { user, entry, session } });
    }

    // By an input type that is named like the mutation, and fails the test where something is refused.
    private static async Task DoAsync(TestClient client, string mutation, object input)
    {
        var type = $"{char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input";
        var payload = (await client.DataAsync(
            $"mutation($input: {type}!) {{ {mutation}(input: $input) {{ errors {{ __typename ... on Error {{ message }} }} }} }}", new { input })).At(mutation);
        Assert.True(payload.IsNull("errors"), payload.ToString());
    }

    private async Task<string> SessionAsync(string email)
    {
        var token = (await api.Nobody.DataAsync(
            "mutation($input: SignUpInput!) { signUp(input: $input) { tokens { refreshToken } } }",
            new { input = new { email, password = TestApi.Password, displayName = "Lovelace" } })).Text("signUp.tokens.refreshToken")!;
        _secrets.Add(token);
        return token;
    }

    private Task<JsonElement> RefreshAsync(string token) => api.Nobody.DataAsync(
        "mutation($token: String!) { refreshTokens(input: { refreshToken: $token }) { errors { __typename } } }", new { token });

    private Task<JsonElement> SignInAsync(string email, string password) => api.Nobody.DataAsync(
        "mutation($email: String!, $password: String!) { signIn(input: { email: $email, password: $password }) { errors { __typename } } }",
        new { email, password });

    private async Task<IReadOnlyList<AuditEntry>> EntriesAsync()
    {
        await using var context = await api.Services.GetRequiredService<IDbContextFactory<InvestrDbContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await context.AuditEntries.AsNoTracking().OrderBy(entry => entry.Sequence).ToListAsync(TestContext.Current.CancellationToken);
    }

    // Hashes and salts are digits by chance.
    private static string TextOf(AuditEntry entry) => string.Join(
        '|', entry.Actor, entry.Action, entry.Subject, entry.Detail, entry.Outcome, entry.Code, entry.Origin?.Address, entry.Origin?.UserAgent);
}
