using System.Text.Json;
using Investr.Api.Tests.Host;
using Investr.Application.Market;
using Investr.Domain.Market;
using Investr.Domain.Users;
using Investr.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Investr.Api.Tests.Requests;

/// <summary>A failure of ours is told as such, with a trace id to name it by, and nothing of how the service is made.</summary>
public sealed class MaskedFailureTests
{
    [Fact]
    public async Task A_failure_in_an_adapter_is_masked()
    {
        await using var api = new BrokenSearchApi();
        await api.InitializeAsync();

        AssertMasked(await (await api.SignUpAsync()).AskAsync("""{ searchAssets(term: "apple") { symbol } }"""));
    }

    [Fact]
    public async Task A_failure_of_the_database_is_masked()
    {
        await using var api = new TestApi();
        await api.InitializeAsync();
        var ada = await api.SignUpAsync();
        await using (var context = await api.Services.GetRequiredService<IDbContextFactory<InvestrDbContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            await context.Database.ExecuteSqlRawAsync(
                "ALTER TABLE \"Portfolios\" RENAME COLUMN \"Name\" TO \"Lost\"", TestContext.Current.CancellationToken);
        }

        AssertMasked(await ada.AskAsync("{ portfolios { nodes { name } } }"));
        AssertMasked(await ada.AskAsync("""mutation { createPortfolio(input: { name: "Savings" }) { portfolio { id } } }"""));
    }

    private static void AssertMasked(JsonElement answer)
    {
        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        Assert.Equal("INTERNAL_ERROR", error.At("extensions").Text("code"));
        Assert.Matches("^[0-9a-f]{32}$", error.At("extensions").Text("traceId"));

        string[] ours = ["SELECT", "INSERT", "PortfolioMembers", "Lost", "SQLite", "Npgsql", "Exception", "   at ", "Investr.", "/srv/", ".cs", "secret"];
        Assert.All(ours, word => Assert.DoesNotContain(word, answer.GetRawText(), StringComparison.OrdinalIgnoreCase));
    }

    private sealed class BrokenSearchApi : TestApi
    {
        protected override void Replace(IServiceCollection services) => services.Replace(ServiceDescriptor.Scoped<IAssetSearch, BrokenSearch>());
    }

    private sealed class BrokenSearch : IAssetSearch
    {
        public Task<IReadOnlyList<Asset>> FindAsync(string term, UserId? viewer, int most, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("SELECT secret FROM \"Portfolios\" at /srv/investr/secret.db");

        public void Renew()
        {
        }
    }
}
