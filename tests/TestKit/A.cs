using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.Domain.Users;

namespace Investr.TestKit;

/// <summary>Where tests begin: <c>A.Ledger().Buys(10, "ACME", "2024-01-02", at: 100m)</c>. Symbols name assets, texts days.</summary>
public static class A
{
    public static LedgerBuilder Ledger(string currency = "USD") => new(new Ledger([]), Currency.Parse(currency));

    public static PortfolioBuilder Portfolio() => new();

    public static MarketBuilder Market(string day = "2024-06-28") => new(Day(day));

    /// <summary>An asset whose identity follows from its symbol.</summary>
    public static Asset Asset(
        string symbol,
        AssetType type = AssetType.Stock,
        string currency = "USD",
        AssetClass? @class = null,
        string? country = null,
        string? sector = null,
        params Constituent[] constituents) =>
        Domain.Market.Asset.Listed(AssetId(symbol), new(symbol, $"{symbol} Inc.", type, Currency.Parse(currency))
        {
            Class = @class,
            Country = country,
            Sector = sector,
            Constituents = constituents,
        });

    public static AssetId AssetId(string symbol) => new(IdentityOf($"asset {symbol}"));

    public static UserId UserId(string name) => new(IdentityOf($"user {name}"));

    public static User User(string name = "ada", DateTimeOffset? at = null) => Domain.Users.User.SignUp(
        EmailAddress.Parse($"{name}@example.com"), name, "a hash", Currency.Usd, at ?? new FakeClock().Now);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Rates of one day: <c>A.Rates("2024-01-02", ("EUR", "USD", 1.10m))</c>.</summary>
    public static IEnumerable<ExchangeRate> Rates(string day, params (string From, string To, decimal Rate)[] rates) =>
        rates.Select(rate => new ExchangeRate(Currency.Parse(rate.From), Currency.Parse(rate.To), Day(day), rate.Rate));

    private static Guid IdentityOf(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}
