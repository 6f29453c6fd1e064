using System.Text.Json;
using AutoMapper;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Infrastructure.MarketData.Http;

namespace Investr.Infrastructure.MarketData.Sources;

/// <summary>Twelve Data's dividends and splits, two questions for each symbol that are sent as one call.</summary>
internal static class TwelveDataActions
{
    internal static Task<SourceAnswer<CorporateActions>> GetAsync(
        SourceClient client, IMapper mapper, IReadOnlyList<Listing> listings, Func<Listing, string?> symbolOf, DateOnly from, DateOnly to,
        CancellationToken cancellationToken) =>
        AnswerSheet<CorporateActions>.FillAsync(listings, async sheet =>
        {
            var span = $"start_date={from:yyyy-MM-dd}&end_date={to:yyyy-MM-dd}";
            var questions = new Dictionary<string, Question>();
            for (var i = 0; i < listings.Count; i++)
            {
                var symbol = Uri.EscapeDataString(symbolOf(listings[i])!);
                questions[$"d{i}"] = new($"/dividends?symbol={symbol}&{span}");
                questions[$"s{i}"] = new($"/splits?symbol={symbol}&{span}");
            }

            var answer = await client.PostAsync<JsonElement>("batch", questions, cancellationToken);

            // The answers stand under "data" or by themselves.
            var answers = answer.Body.TryGetProperty("data", out var data) ? data : answer.Body;
            for (var i = 0; i < listings.Count; i++)
            {
                var (dividends, splits) = (Answer(answers, $"d{i}"), Answer(answers, $"s{i}"));
                if ((TwelveDataErrors.FaultIn(dividends) ?? TwelveDataErrors.FaultIn(splits)) is { } fault) sheet.Miss(listings[i], fault);
                else if (dividends.ValueKind == JsonValueKind.Object && splits.ValueKind == JsonValueKind.Object)
                    sheet.Enter(listings[i], Read(dividends, splits, listings[i], mapper, from, to));
            }

            return answer.Left;
        });

    private static JsonElement Answer(JsonElement answers, string question) =>
        answers.TryGetProperty(question, out var item) && item.TryGetProperty("response", out var response) ? response : default;

    private static CorporateActions Read(
        JsonElement dividends, JsonElement splits, Listing listing, IMapper mapper, DateOnly from, DateOnly to)
    {
        var paid = dividends.Deserialize<TwelveDataDividends>(ApiJson.SnakeCase)!;
        var split = splits.Deserialize<TwelveDataSplits>(ApiJson.SnakeCase)!;
        var quoted = Currency.TryParse(paid.Meta?.Currency, out var known) ? known : listing.Currency;
        return new CorporateActions(
            listing.Asset,
            [
                .. (paid.Dividends ?? [])
                    .Where(dividend => dividend.ExDate >= from && dividend.ExDate <= to && dividend.Amount > 0)
                    .Select(mapper.Map<CashDividend>)
                    .Select(dividend => dividend with { Amount = dividend.Amount / quoted.UnitsPerMajor, Currency = quoted.Major }),
            ],
            [.. (split.Splits ?? []).Where(each => each.Date >= from && each.Date <= to).Select(SplitOf).OfType<AssetSplit>()]);
    }

    // Four for one has 4 as its from_factor and 1 as its to_factor: new units for old ones.
    private static AssetSplit? SplitOf(TwelveDataSplit split) =>
        split is { FromFactor: > 0, ToFactor: > 0 } && Ratio.TryFromDecimal(split.FromFactor.Value, out var made) &&
        Ratio.TryFromDecimal(split.ToFactor.Value, out var of)
            ? new AssetSplit(split.Date, new Ratio(made.Numerator * of.Denominator, made.Denominator * of.Numerator))
            : null;

    private sealed record Question(string Url);
}

internal sealed record TwelveDataDividends(TwelveDataMeta? Meta, IReadOnlyList<TwelveDataDividend>? Dividends);

internal sealed record TwelveDataDividend(DateOnly ExDate, decimal? Amount);

internal sealed record TwelveDataSplits(IReadOnlyList<TwelveDataSplit>? Splits);

internal sealed record TwelveDataSplit(DateOnly Date, decimal? FromFactor, decimal? ToFactor);
