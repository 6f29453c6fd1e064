using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Investr.Infrastructure.MarketData.Http;

/// <summary>What an API said.</summary>
/// <param name="Body">The body, read.</param>
/// <param name="Left">What its headers say is left of its limits.</param>
internal sealed record ApiAnswer<T>(T Body, IReadOnlyList<CreditsLeft> Left);

/// <summary>
/// Calls one API. Whatever goes wrong ends in a <see cref="SourceException"/>, which never tells what was asked: some keys are part of
/// the address, and some errors repeat them.
/// </summary>
internal sealed class SourceClient(IHttpClientFactory clients, SourceSettings settings, ApiRules rules, TimeProvider clock)
{
    private const int MostBytes = 32 * 1024 * 1024;

    /// <summary>Reads JSON at an address below the source's own.</summary>
    internal Task<ApiAnswer<T>> GetAsync<T>(string address, CancellationToken cancellationToken) =>
        SendAsync<T>(new HttpRequestMessage(HttpMethod.Get, address), cancellationToken);

    /// <summary>Sends JSON, and reads the JSON that it is answered with.</summary>
    internal Task<ApiAnswer<T>> PostAsync<T>(string address, object body, CancellationToken cancellationToken) =>
        SendAsync<T>(new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) }, cancellationToken);

    /// <summary>Reads what is not JSON.</summary>
    internal async Task<byte[]> GetBytesAsync(string address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var (response, body) = await SendAsync(request, cancellationToken);
        return response.IsSuccessStatusCode ? body : throw Failure(FaultOf(response.StatusCode), response);
    }

    internal SourceException Malformed(string what, Exception? reason = null) =>
        new(SourceFault.Malformed, $"{settings.Name}: {what}", reason);

    private async Task<ApiAnswer<T>> SendAsync<T>(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var _ = request;
        var (response, body) = await SendAsync(request, cancellationToken);
        using var json = Parse(body);

        // The body first: an error may come with 200, and a status may be that of a proxy which knows nothing of the API.
        var fault = json is null ? null : FaultIn(json.RootElement);
        if (fault is null && !response.IsSuccessStatusCode) fault = FaultOf(response.StatusCode);
        if (fault is { } wrong) throw Failure(wrong, response);
        if (json is null) throw Malformed($"{response.Content.Headers.ContentType?.MediaType ?? "something"} that is no JSON.");

        try
        {
            return new(json.RootElement.Deserialize<T>(rules.Json)!, rules.Left(response.Headers));
        }
        catch (JsonException reason)
        {
            throw Malformed($"JSON of another shape, at {reason.Path}.", reason);
        }
    }

    private async Task<(HttpResponseMessage Response, byte[] Body)> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(settings.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var http = clients.CreateClient(settings.Name);
            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            await response.Content.LoadIntoBufferAsync(MostBytes, either.Token);
            return (response, await response.Content.ReadAsByteArrayAsync(either.Token));
        }
        catch (OperationCanceledException reason) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SourceException(SourceFault.Transient, $"{settings.Name}: no answer within {settings.Timeout}.", reason);
        }
        catch (HttpRequestException reason) when (reason.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw Malformed($"more than {MostBytes} bytes.", reason);
        }
        catch (Exception reason) when (reason is HttpRequestException or IOException)
        {
            throw new SourceException(SourceFault.Transient, $"{settings.Name}: not reached, or cut off.", reason);
        }
    }

    private SourceFault? FaultIn(JsonElement body)
    {
        try
        {
            return rules.FaultIn(body);
        }
        catch (Exception reason) when (reason is InvalidOperationException or FormatException)
        {
            throw Malformed("an error of another shape.", reason);
        }
    }

    private SourceException Failure(SourceFault fault, HttpResponseMessage response) =>
        new(fault, $"{settings.Name}: {fault}, status {(int)response.StatusCode}.")
        {
            RetryAfter = WaitIn(response.Headers.RetryAfter),
            Left = rules.Left(response.Headers),
        };

    private TimeSpan? WaitIn(RetryConditionHeaderValue? after)
    {
        var wait = after?.Delta ?? after?.Date - clock.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static JsonDocument? Parse(byte[] body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static SourceFault FaultOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.UnavailableForLegalReasons => SourceFault.Unauthorized,
        HttpStatusCode.PaymentRequired => SourceFault.PlanRestricted,
        HttpStatusCode.NotFound => SourceFault.NotFound,
        HttpStatusCode.TooManyRequests or (HttpStatusCode)418 => SourceFault.RateLimited,
        HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => SourceFault.Transient,
        _ => SourceFault.Malformed,
    };
}
