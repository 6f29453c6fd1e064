using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Access;

/// <summary>Who asks: the columns of access.md.</summary>
internal enum Person
{
    Nobody,

    /// <summary>Signed in, an INVESTOR, and nobody to the owner.</summary>
    Stranger,
    Viewer,
    Editor,
    Owner,
    Analyst,
    Admin,
}

/// <summary>An owner with something of everything, members of the portfolio, and people who have nothing to do with them.</summary>
internal sealed class AccessWorld
{
    /// <summary>The symbol of the owner's own asset.</summary>
    public const string Symbol = "HOUSE";

    private readonly Dictionary<Person, Account> _accounts = [];

    private AccessWorld(TestApi api) => Api = api;

    public TestApi Api { get; }

    public required Account Spare { get; init; }

    public string Portfolio { get; private set; } = "";

    public string Asset { get; private set; } = "";

    public string ListedAsset { get; private set; } = "";

    public string Holding { get; private set; } = "";

    public string Watchlist { get; private set; } = "";

    public string Alert { get; private set; } = "";

    public string Session { get; private set; } = "";

    public string AuditEntry { get; private set; } = "";

    /// <summary>A run of the market-data update that is over.</summary>
    public string Run { get; private set; } = "";

    public string Buy { get; private set; } = "";

    public string Split { get; private set; } = "";

    public string Corrected { get; private set; } = "";

    public string Correction { get; private set; } = "";

    public string Voided { get; private set; } = "";

    /// <summary>A deposit for each person to correct or void.</summary>
    public IReadOnlyList<string> Deposits { get; private set; } = [];

    /// <summary>Every id of something that has an owner.</summary>
    public IEnumerable<string> Ids =>
        [Portfolio, Asset, Holding, Watchlist, Alert, Session, AuditEntry, Buy, Split, Corrected, Correction, Voided, .. Deposits, Spare.Id, .. _accounts.Values.Select(account => account.Id)];

    public Account this[Person person] => _accounts[person];

    public TestClient As(Person person) => person == Person.Nobody ? Api.Nobody : _accounts[person].Client;

    public static async Task<AccessWorld> CreateAsync(TestApi api)
    {
        var world = new AccessWorld(api) { Spare = await AccountAsync(api, "spare") };
        foreach (var person in Enum.GetValues<Person>().Except([Person.Nobody])) world._accounts[person] = await AccountAsync(api, person.ToString());

        var root = await api.SignInAsAdministratorAsync();
        foreach (var (person, role) in new[] { (Person.Analyst, "ANALYST"), (Person.Admin, "ADMIN") })
            await root.DataAsync($$"""mutation { setUserRoles(input: { userId: "{{world[person].Id}}", roles: [{{role}}] }) { user { id } } }""");

        await world.FillAsync();
        world.AuditEntry = (await root.DataAsync($$"""{ auditLog(actor: "{{world[Person.Owner].Id}}", first: 1) { nodes { id } } }""")).Text("auditLog.nodes.0.id")!;
        world.Run = (await root.FinishedRunAsync()).Text("id")!;
        return world;
    }

    private async Task FillAsync()
    {
        var owner = As(Person.Owner);
        ListedAsset = (await owner.DataAsync("""{ asset(symbol: "AAPL") { id } }""")).Text("asset.id")!;
        Session = (await owner.DataAsync("{ me { sessions { id } } }")).Text("me.sessions.0.id")!;
        Asset = (await owner.DataAsync($$"""
            mutation { createCustomAsset(input: {
              symbol: "{{Symbol}}", name: "Our house", type: REAL_ESTATE, currency: "USD", country: "DE", sector: "Housing", industry: "Homes" }) { asset { id } } }
            """)).Text("createCustomAsset.asset.id")!;
        await owner.DataAsync($$"""mutation { recordPrices(input: { assetId: "{{Asset}}", prices: [{ date: "2024-06-10", close: 5 }] }) { recorded } }""");

        Watchlist = (await owner.DataAsync($$"""mutation { createWatchlist(input: { name: "Watched", symbols: ["{{Symbol}}", "AAPL"] }) { watchlist { id } } }"""))
            .Text("createWatchlist.watchlist.id")!;
        Alert = (await owner.DataAsync($$"""mutation { createPriceAlert(input: { symbol: "{{Symbol}}", condition: PRICE_ABOVE, threshold: 1 }) { alert { id } } }"""))
            .Text("createPriceAlert.alert.id")!;
        Portfolio = (await owner.DataAsync("""mutation { createPortfolio(input: { name: "Ours", description: "All" }) { portfolio { id } } }"""))
            .Text("createPortfolio.portfolio.id")!;
        var recorded = await RecordAsync(
            owner,
            [
                $$"""{ type: BUY, symbol: "{{Symbol}}", tradeDate: "2024-01-02", quantity: 2, unitPrice: 4, note: "by hand", externalId: "1" }""",
                $$"""{ type: SPLIT, symbol: "{{Symbol}}", tradeDate: "2024-01-03", ratio: 2 }""",
                .. Enum.GetValues<Person>().Select(_ => """{ type: DEPOSIT, tradeDate: "2024-01-01", amount: 9 }"""),
                """{ type: DEPOSIT, tradeDate: "2024-01-01", amount: 8 }""",
                """{ type: DEPOSIT, tradeDate: "2024-01-01", amount: 6 }""",
            ]);
        (Buy, Split, Deposits, Corrected, Voided) = (recorded[0], recorded[1], recorded[2..^2], recorded[^2], recorded[^1]);
        await owner.DataAsync($$"""mutation { voidTransaction(input: { transactionId: "{{Voided}}" }) { portfolio { id } } }""");
        Correction = (await owner.DataAsync($$"""
            mutation { correctTransaction(input: { transactionId: "{{Corrected}}", transaction: { type: DEPOSIT, tradeDate: "2024-01-01", amount: 7 } })
              { transaction { id } } }
            """)).Text("correctTransaction.transaction.id")!;
        Holding = (await owner.DataAsync($$"""{ portfolio(id: "{{Portfolio}}") { holdings { nodes { id } } } }""")).Text("portfolio.holdings.nodes.0.id")!;

        foreach (var (person, access) in new[] { (Person.Viewer, "VIEWER"), (Person.Editor, "EDITOR") })
        {
            await owner.DataAsync($$"""
                mutation { sharePortfolio(input: { portfolioId: "{{Portfolio}}", email: "{{this[person].Email}}", access: {{access}} }) { portfolio { id } } }
                """);
        }
    }

    private async Task<string[]> RecordAsync(TestClient owner, string[] transactions)
    {
        var payload = (await owner.TryRecordAsync(Portfolio, transactions)).At("recordTransactions");
        Assert.True(payload.IsNull("errors"), payload.ToString());
        return [.. payload.Texts("transactions", "id").OfType<string>()];
    }

    private static async Task<Account> AccountAsync(TestApi api, string name)
    {
        var email = $"{name.ToLowerInvariant()}.{Guid.CreateVersion7():N}@example.com";
        var tokens = (await api.Nobody.DataAsync(
            "mutation($input: SignUpInput!) { signUp(input: $input) { tokens { accessToken refreshToken user { id } } } }",
            new { input = new { email, password = TestApi.Password, displayName = name } })).At("signUp.tokens");
        return new(api.WithToken(tokens.Text("accessToken")), tokens.Text("user.id")!, email, tokens.Text("refreshToken")!);
    }
}

/// <summary>Somebody with an account.</summary>
internal sealed record Account(TestClient Client, string Id, string Email, string RefreshToken);
