using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Access;

/// <summary>A way to ask for a field: the operation, and where in its data the answer is.</summary>
internal sealed record AccessRequest(string Operation, params string[] Path);

/// <summary>How each field of access.md is asked for.</summary>
internal static class AccessRequests
{
    public const string Own = "the owner's own asset";
    public const string Listed = "an asset of the catalogue";
    public const string ByNode = "node";
    public const string ByOwner = "Portfolio.owner";

    private static readonly Dictionary<string, Func<AccessWorld, string>> Queries = new()
    {
        ["Query.node | "] = world => $$"""node(id: "{{world.Portfolio}}") { id }""",
        ["Query.nodes | "] = world => $$"""nodes(ids: ["{{world.Portfolio}}"]) { id }""",
        ["Query.me | "] = _ => "me { id }",
        ["Query.users | "] = _ => "users(first: 1) { totalCount }",
        ["Query.auditLog | "] = _ => "auditLog(first: 1) { totalCount }",
        ["Query.portfolio | "] = world => $$"""portfolio(id: "{{world.Portfolio}}") { id }""",
        ["Query.portfolios | "] = _ => "portfolios(first: 1) { totalCount }",
        ["Query.watchlists | "] = _ => "watchlists { id }",
        ["Query.priceAlerts | "] = _ => "priceAlerts { id }",
        [$"Query.asset | {Own}"] = world => $$"""asset(id: "{{world.Asset}}") { id }""",
        [$"Query.asset | {Listed}"] = world => $$"""asset(id: "{{world.ListedAsset}}") { id }""",
        ["Query.assets | "] = _ => "assets(first: 1) { nodes { id } }",
        ["Query.searchAssets | "] = _ => """searchAssets(term: "apple") { id }""",
        [$"Query.quotes | {Own}"] = _ => $$"""quotes(symbols: ["{{AccessWorld.Symbol}}"]) { price }""",
        [$"Query.quotes | {Listed}"] = _ => """quotes(symbols: ["AAPL"]) { price }""",
        ["Query.exchangeRate | "] = _ => """exchangeRate(from: "USD", to: "USD")""",
        ["Query.marketDataRuns | "] = _ => "marketDataRuns(first: 1) { id }",
        ["Query.providers | "] = _ => "providers { name }",
        ["Query.importFormats | "] = _ => "importFormats { id }",
    };

    private static readonly Dictionary<string, Func<AccessWorld, Person, string>> Inputs = new()
    {
        ["Mutation.signUp | "] = (_, _) => $$"""email: "{{Guid.CreateVersion7():N}}@example.com", password: "{{TestApi.Password}}", displayName: "x" """,
        ["Mutation.signIn | "] = (world, _) => $$"""email: "{{world.Spare.Email}}", password: "{{TestApi.Password}}" """,
        ["Mutation.refreshTokens | "] = (world, person) =>
            $$"""refreshToken: "{{(person == Person.Nobody ? world.Spare : world[person]).RefreshToken}}" """,
        ["Mutation.signOut | "] = (_, _) => "everywhere: false",
        ["Mutation.changePassword | "] = (_, _) => $$"""currentPassword: "{{TestApi.Password}}", newPassword: "another horse, as correct" """,
        ["Mutation.updateProfile | "] = (_, _) => """displayName: "x" """,
        ["Mutation.deleteAccount | "] = (_, _) => $$"""password: "{{TestApi.Password}}" """,
        ["Mutation.setUserRoles | "] = (world, _) => $$"""userId: "{{world.Spare.Id}}", roles: [ANALYST]""",
        ["Mutation.lockUser | "] = (world, _) => $$"""userId: "{{world.Spare.Id}}", locked: true""",
        ["Mutation.createPortfolio | "] = (_, _) => """name: "x" """,
        ["Mutation.updatePortfolio | "] = (world, _) => $$"""portfolioId: "{{world.Portfolio}}", name: "x" """,
        ["Mutation.deletePortfolio | "] = (world, _) => $$"""portfolioId: "{{world.Portfolio}}" """,
        ["Mutation.sharePortfolio | "] = (world, _) => $$"""portfolioId: "{{world.Portfolio}}", email: "{{world.Spare.Email}}", access: VIEWER""",
        ["Mutation.unsharePortfolio | "] = (world, _) => $$"""portfolioId: "{{world.Portfolio}}", userId: "{{world[Person.Viewer].Id}}" """,
        ["Mutation.recordTransactions | "] = (world, _) =>
            $$"""portfolioId: "{{world.Portfolio}}", transactions: [{ type: DEPOSIT, tradeDate: "2024-01-02", amount: 1 }]""",
        ["Mutation.importTransactions | "] = (world, _) => $$"""portfolioId: "{{world.Portfolio}}", text: "date,type,amount\n2024-01-02,DEPOSIT,2\n" """,
        ["Mutation.correctTransaction | "] = (world, person) =>
            $$"""transactionId: "{{world.Deposits[(int)person]}}", transaction: { type: DEPOSIT, tradeDate: "2024-01-02", amount: 3 }""",
        ["Mutation.voidTransaction | "] = (world, person) => $$"""transactionId: "{{world.Deposits[(int)person]}}" """,
        ["Mutation.createCustomAsset | "] = (_, _) => """symbol: "HUT", name: "Hut", type: OTHER, currency: "USD" """,
        [$"Mutation.recordPrices | {Own}"] = (world, _) => $$"""assetId: "{{world.Asset}}", prices: [{ date: "2024-06-11", close: 1 }]""",
        [$"Mutation.recordPrices | {Listed}"] = (world, _) => $$"""assetId: "{{world.ListedAsset}}", prices: [{ date: "2024-06-11", close: 1 }]""",
        ["Mutation.createWatchlist | "] = (_, _) => """name: "x", symbols: ["AAPL"]""",
        ["Mutation.updateWatchlist | "] = (world, _) => $$"""watchlistId: "{{world.Watchlist}}", add: ["BTC"]""",
        ["Mutation.deleteWatchlist | "] = (world, _) => $$"""watchlistId: "{{world.Watchlist}}" """,
        [$"Mutation.createPriceAlert | {Own}"] = (_, _) => $$"""symbol: "{{AccessWorld.Symbol}}", condition: PRICE_ABOVE, threshold: 1000""",
        ["Mutation.deletePriceAlert | "] = (world, _) => $$"""alertId: "{{world.Alert}}" """,
        ["Mutation.upsertAssets | "] = (_, _) => """assets: [{ symbol: "HUTCO", name: "Huts", type: STOCK, currency: "USD" }]""",
        ["Mutation.recordExchangeRates | "] = (_, _) => """rates: [{ from: "USD", to: "EUR", date: "2024-06-11", rate: "0.9" }]""",

        // Let in, one is told what is wrong; a run would be in the way of the next one who asks.
        ["Mutation.refreshMarketData | with a wrong input"] = (_, _) => "symbols: []",
    };

    private static readonly Dictionary<string, Func<AccessWorld, string>> Subscriptions = new()
    {
        [$"Subscription.priceChanged | {Own}"] = _ => $$"""priceChanged(symbols: ["{{AccessWorld.Symbol}}"]) { price }""",
        [$"Subscription.priceChanged | {Listed}"] = _ => """priceChanged(symbols: ["AAPL"]) { price }""",
        ["Subscription.portfolioValueChanged | "] = world => $$"""portfolioValueChanged(portfolioId: "{{world.Portfolio}}") { totalValue }""",
        ["Subscription.priceAlertTriggered | "] = _ => "priceAlertTriggered { id }",
        ["Subscription.marketDataRunProgressed | "] = _ => "marketDataRunProgressed { id }",
    };

    // What somebody does to have an event of their own come, where none comes at once.
    private static readonly Dictionary<string, string> Causes = new()
    {
        ["Subscription.priceAlertTriggered | "] =
            """mutation { createPriceAlert(input: { symbol: "AAPL", condition: PRICE_ABOVE, threshold: "0.01" }) { alert { id } } }""",
    };

    // What a node is looked at by, and where one kind of it has what another lacks.
    private static readonly Dictionary<string, Func<AccessWorld, string>> Nodes = new()
    {
        ["Portfolio"] = world => world.Portfolio,
        ["Holding"] = world => world.Holding,
        ["Transaction"] = world => world.Buy,
        ["Transaction.amount"] = world => world.Deposits[0],
        ["Transaction.ratio"] = world => world.Split,
        ["Transaction.supersedes"] = world => world.Correction,
        ["Transaction.supersededBy"] = world => world.Corrected,
        ["Transaction.voiding"] = world => world.Voided,
        ["Asset"] = world => world.Asset,
        ["Watchlist"] = world => world.Watchlist,
        ["PriceAlert"] = world => world.Alert,
        ["User"] = world => world[Person.Owner].Id,
        ["Session"] = world => world.Session,
        ["AuditEntry"] = world => world.AuditEntry,
        ["MarketDataRun"] = world => world.Run,
    };

    private static readonly Dictionary<string, string> Arguments = new() { ["Portfolio.allocation"] = "(by: CURRENCY)" };

    /// <summary>The operation that asks for a row's field; null where nobody has said how.</summary>
    /// <param name="row">The row.</param>
    /// <param name="hasFields">Whether the field's type has fields itself.</param>
    /// <param name="world">Where it is asked for.</param>
    /// <param name="person">Who asks.</param>
    public static AccessRequest? Of(AccessRow row, bool hasFields, AccessWorld world, Person person)
    {
        var (type, field) = row.Field.Split('.') is [var first, var second] ? (first, second) : ("", row.Field);
        if (Queries.TryGetValue(row.Key, out var query)) return new($"{{ {query(world)} }}", field);
        if (Subscriptions.TryGetValue(row.Key, out var subscription)) return new($"subscription {{ {subscription(world)} }}", field);
        if (Inputs.TryGetValue(row.Key, out var input))
            return new($"mutation {{ {field}(input: {{ {input(world, person)} }}) {{ errors {{ ... on Error {{ code message }} }} }} }}", field);

        var selection = $"{field}{Arguments.GetValueOrDefault(row.Field)}{(hasFields ? " { __typename }" : "")}";
        if (row.Asked == ByOwner) return new($$"""{ portfolio(id: "{{world.Portfolio}}") { owner { {{selection}} } } }""", "portfolio", "owner", field);
        if (row.Asked == ByNode && (Nodes.GetValueOrDefault(row.Field) ?? Nodes.GetValueOrDefault(type)) is { } node)
            return new($$"""{ node(id: "{{node(world)}}") { ... on {{type}} { {{selection}} } } }""", "node", field);

        return null;
    }

    /// <summary>What has an event of a subscription come; null where one comes by itself.</summary>
    public static string? CauseOf(AccessRow row) => Causes.GetValueOrDefault(row.Key);

    /// <summary>The address of a row that is no field of GraphQL.</summary>
    public static string? AddressOf(AccessRow row, AccessWorld world) => row.Field switch
    {
        "GET /portfolios/{**path}" => $"/portfolios/{Uri.EscapeDataString(world.Portfolio)}/transactions.csv",
        "GET /account/export" => "/account/export",
        _ => null,
    };
}
