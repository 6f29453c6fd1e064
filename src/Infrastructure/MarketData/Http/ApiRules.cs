using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Investr.Infrastructure.MarketData.Http;

/// <summary>How one API says that something went wrong, and how much may still be asked of it.</summary>
internal sealed record ApiRules
{
    /// <summary>How it writes names.</summary>
    internal JsonSerializerOptions Json { get; init; } = ApiJson.Options;

    /// <summary>
    /// What is wrong by the body alone, whatever the status says: half of these APIs report errors with 200. Null where nothing is.
    /// </summary>
    internal Func<JsonElement, SourceFault?> FaultIn { get; init; } = _ => null;

    /// <summary>What the headers say is left of its limits.</summary>
    internal Func<HttpResponseHeaders, IReadOnlyList<CreditsLeft>> Left { get; init; } = _ => [];

    /// <summary>A header that is a whole number; null where there is none.</summary>
    internal static int? NumberIn(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) &&
        int.TryParse(values.First(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
