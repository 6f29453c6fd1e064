using System.Text.Json;
using Investr.Infrastructure.MarketData;
using Investr.Infrastructure.MarketData.Http;
using Investr.Infrastructure.MarketData.Sources;
using Investr.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Tests.MarketData.Sources;

public sealed class OpenFigiTests
{
    private const string Apple = "US0378331005";

    public static TheoryData<string, string> Recorded => new()
    {
        { "mapping-currency-mic", "APC@GY" },
        { "mapping-cusip-exchange", "IBM@US" },
        { "mapping-invalid-identifier", "" },
        { "error-413", "Malformed" },
        { "error-429", "RateLimited" },
    };

    [Theory]
    [MemberData(nameof(Recorded))]
    public async Task What_was_recorded_is_understood(string id, string outcome)
    {
        var recorded = Recordings.Of("openfigi", id);
        await using var figi = await StubbedFigi.CreateAsync();
        figi.Stub.Answers(recorded.Path, recorded.Answer);

        Assert.Equal(outcome, await ToldAsync(figi, Apple));
    }

    [Theory]
    [InlineData("mapping-isin")]
    [InlineData("mapping-bulk")]
    [InlineData("mapping-partial")]
    public async Task Answers_stand_in_the_order_of_the_questions(string id)
    {
        var recorded = Recordings.Of("openfigi", id);
        await using var figi = await StubbedFigi.CreateAsync();
        figi.Stub.Answers(recorded.Path, recorded.Answer);
        using var json = JsonDocument.Parse(recorded.Answer.Content);
        var isins = Enumerable.Range(0, json.RootElement.GetArrayLength()).Select(place => $"ISIN{place}").ToArray();

        var found = await figi.Source.FindAsync(isins, CancellationToken.None);

        var listings = json.RootElement.EnumerateArray()
            .Select((answer, place) => (Isin: $"ISIN{place}", Count: answer.TryGetProperty("data", out var data) ? data.GetArrayLength() : 0))
            .Where(answer => answer.Count > 0);
        Assert.Equal(listings, found.Select(answer => (answer.Key, answer.Value.Count)).OrderBy(answer => answer.Key, StringComparer.Ordinal));
        Assert.All(found.Values.SelectMany(each => each), listing => Assert.StartsWith("BBG", listing.Figi, StringComparison.Ordinal));
    }

    [Fact]
    public void All_that_was_recorded_is_tried() => Recordings.AreAllTried(
        "openfigi",
        [.. Recorded.Select(row => row.Data.Item1), "mapping-isin", "mapping-bulk", "mapping-partial"],
        "search-no-data", "filter-no-data");

    [Fact]
    public async Task A_hundred_numbers_with_a_key_are_one_call_and_ten_without()
    {
        await using var figi = await StubbedFigi.CreateAsync();
        figi.Stub.Answers("/v3/mapping", new StubAnswer("""[{"data":[{"figi":"BBG000B9XRY4","ticker":"AAPL","exchCode":"US"}]}]"""));

        Assert.Equal("AAPL@US", await ToldAsync(figi, Apple));

        var call = Assert.Single(figi.Stub.Calls);
        Assert.Equal("""[{"idType":"ID_ISIN","idValue":"US0378331005"}]""", call.Body);
        Assert.Equal(StubbedSource.Key, call.Headers["X-OPENFIGI-APIKEY"]);
        Assert.Equal(100, figi.Source.Identities.SymbolsACall);

        await using var keyless = await StubbedFigi.CreateAsync(key: null);
        Assert.Equal(10, keyless.Source.Identities.SymbolsACall);
    }

    private static async Task<string> ToldAsync(StubbedFigi figi, string isin)
    {
        try
        {
            var found = await figi.Source.FindAsync([isin], CancellationToken.None);
            return string.Join(' ', found.Values.SelectMany(each => each).Select(listing => $"{listing.Ticker}@{listing.Exchange}"));
        }
        catch (SourceException failure)
        {
            return failure.Fault.ToString();
        }
    }

    private sealed class StubbedFigi(MarketStub stub, ServiceProvider services) : IAsyncDisposable
    {
        internal MarketStub Stub => stub;

        internal IIdentitySource Source => services.GetRequiredService<IIdentitySource>();

        internal static async Task<StubbedFigi> CreateAsync(string? key = StubbedSource.Key)
        {
            var stub = await MarketStub.StartAsync();
            var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton<IIdentitySource, OpenFigi>();
            Assert.True(services.AddApi<OpenFigiSettings, OpenFigiProfile>(new ConfigurationBuilder()
                .AddInMemoryCollection(new Dictionary<string, string?>
                {
                    ["MarketData:OpenFigi:Enabled"] = "true",
                    ["MarketData:OpenFigi:ApiKey"] = key,
                    ["MarketData:OpenFigi:BaseAddress"] = stub.Address.ToString(),
                })
                .Build()));
            return new StubbedFigi(stub, services.BuildServiceProvider());
        }

        public async ValueTask DisposeAsync()
        {
            await services.DisposeAsync();
            await stub.DisposeAsync();
        }
    }
}
