using System.Text.Json;
using Investr.Infrastructure.MarketData.Http;

namespace Investr.Infrastructure.MarketData.Sources;

/// <summary>Twelve Data's errors: the same object for a whole call and for one symbol of a batch, with any status, 200 included.</summary>
internal static class TwelveDataErrors
{
    internal static ApiRules Rules { get; } = new()
    {
        Json = ApiJson.SnakeCase,
        FaultIn = FaultIn,
        Left = headers => ApiRules.NumberIn(headers, "api-credits-left") is { } left ? [new CreditsLeft(LimitWindow.Minute, left)] : [],
    };

    internal static SourceFault? FaultIn(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("status", out var status)) return null;
        if (status.ValueKind != JsonValueKind.String || status.GetString() != "error") return null;

        var message = body.TryGetProperty("message", out var text) ? text.GetString() ?? "" : "";
        return (body.TryGetProperty("code", out var code) ? code.GetInt32() : 0) switch
        {
            400 or 404 when Says("no data") => SourceFault.NoData,
            400 or 404 when Says("symbol") => SourceFault.NotFound,
            404 => SourceFault.NotFound,
            401 => SourceFault.Unauthorized,
            403 => SourceFault.PlanRestricted,
            429 when Says("for the day") => SourceFault.QuotaExhausted,
            429 => SourceFault.RateLimited,
            >= 500 => SourceFault.Transient,
            _ => SourceFault.Malformed,
        };

        bool Says(string words) => message.Contains(words, StringComparison.OrdinalIgnoreCase);
    }
}
