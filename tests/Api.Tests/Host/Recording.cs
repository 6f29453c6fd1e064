using System.Text.Json;

namespace Investr.Api.Tests.Host;

/// <summary>What most tests begin with: a portfolio and what happened in it, written as the fields of a TransactionInput.</summary>
internal static class Recording
{
    private const string Errors =
        "errors { __typename ... on Error { code message } ... on ValidationError { fields { path message } } ... on InsufficientQuantityError { held asked } }";

    public static async Task<string> CreatePortfolioAsync(this TestClient client, string currency = "USD") => (await client.DataAsync(
        "mutation($currency: CurrencyCode) { createPortfolio(input: { name: \"Savings\", baseCurrency: $currency }) { portfolio { id } } }",
        new { currency })).Text("createPortfolio.portfolio.id")!;

    /// <summary>Records, and fails the test where that is refused.</summary>
    public static async Task RecordAsync(this TestClient client, string portfolio, params string[] transactions)
    {
        var payload = await client.TryRecordAsync(portfolio, transactions);
        Assert.True(payload.IsNull("recordTransactions.errors"), payload.ToString());
    }

    public static Task<JsonElement> TryRecordAsync(this TestClient client, string portfolio, params string[] transactions) => client.DataAsync(
        $$"""
        mutation($id: ID!) {
          recordTransactions(input: { portfolioId: $id, transactions: [{{string.Join(", ", transactions)}}] }) { transactions { id } {{Errors}} }
        }
        """,
        new { id = portfolio });
}
