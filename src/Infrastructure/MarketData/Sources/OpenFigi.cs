using System.Net.Http.Headers;
using AutoMapper;
using Investr.Infrastructure.MarketData.Http;

namespace Investr.Infrastructure.MarketData.Sources;

/// <summary>OpenFIGI: which listings an ISIN stands for, many ISINs in one call.</summary>
internal sealed class OpenFigi(IHttpClientFactory clients, OpenFigiSettings settings, IMapper mapper, TimeProvider clock) : IIdentitySource
{
    private readonly SourceClient _client = new(clients, settings, Rules, clock);

    public string Name => "openfigi";

    public Offer Identities { get; } = new(settings.ApiKey is null ? 10 : 100);

    public IReadOnlyList<CallLimit> Limits { get; } = settings.Limits();

    public async Task<IReadOnlyDictionary<string, IReadOnlyList<Identity>>> FindAsync(
        IReadOnlyList<string> isins, CancellationToken cancellationToken)
    {
        var jobs = isins.Select(isin => new OpenFigiJob("ID_ISIN", isin));
        var answer = await _client.PostAsync<List<OpenFigiResult>>("v3/mapping", jobs, cancellationToken);

        // Answers stand in the order of the questions; one that was not answered has a warning or an error in its place.
        if (answer.Body.Count != isins.Count) throw _client.Malformed($"{answer.Body.Count} answers to {isins.Count} questions.");

        return isins.Zip(answer.Body)
            .Where(pair => pair.Second.Data is { Count: > 0 })
            .DistinctBy(pair => pair.First)
            .ToDictionary(pair => pair.First, pair => mapper.Map<IReadOnlyList<Identity>>(pair.Second.Data));
    }

    private static ApiRules Rules { get; } = new()
    {
        Left = headers => ApiRules.NumberIn(headers, "ratelimit-remaining") is { } left ? [new CreditsLeft(LimitWindow.Minute, left)] : [],
    };
}

internal sealed record OpenFigiJob(string IdType, string IdValue);

internal sealed record OpenFigiResult(IReadOnlyList<OpenFigiListing>? Data);

internal sealed record OpenFigiListing(
    string Figi, string? CompositeFigi, string? ShareClassFigi, string? Ticker, string? ExchCode, string? Name);

internal sealed class OpenFigiProfile : Profile
{
    public OpenFigiProfile() => CreateMap<OpenFigiListing, Identity>()
        .ForCtorParam(nameof(Identity.Exchange), map => map.MapFrom(listing => listing.ExchCode));
}

internal sealed record OpenFigiSettings() : SourceSettings("OpenFigi", NeedsKey: false)
{
    public override Uri BaseAddress { get; init; } = new("https://api.openfigi.com/");

    public override int? PerMinute { get; init; } = 25;

    internal override void Authorize(HttpRequestHeaders headers)
    {
        if (ApiKey is not null) headers.Add("X-OPENFIGI-APIKEY", ApiKey);
    }
}
