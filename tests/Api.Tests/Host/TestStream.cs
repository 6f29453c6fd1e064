namespace Investr.Api.Tests.Host;

/// <summary>A client's end of a stream of server-sent events.</summary>
public sealed class TestStream(HttpResponseMessage response, StreamReader lines) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task<TestStream> OpenAsync(HttpResponseMessage response)
    {
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return new(response, new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)));
    }

    /// <summary>The name of the next event; null where the stream has ended.</summary>
    public async Task<string?> NextEventAsync() => (await NextAsync())?.Name;

    /// <summary>The next event; null where the stream has ended.</summary>
    public async Task<(string Name, string? Data)?> NextAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (await lines.ReadLineAsync(patience.Token) is { } line)
        {
            if (ValueOf("event", line) is { } name) return (name, ValueOf("data", await lines.ReadLineAsync(patience.Token)));
        }

        return null;
    }

    private static string? ValueOf(string field, string? line) =>
        line?.StartsWith($"{field}:", StringComparison.Ordinal) == true ? line[(field.Length + 1)..].Trim() : null;

    public void Dispose()
    {
        lines.Dispose();
        response.Dispose();
    }
}
