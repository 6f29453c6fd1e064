using System.Text;
using Microsoft.AspNetCore.Http;

namespace Investr.TestKit;

/// <summary>An answer of a market's API, with what may go wrong on its way.</summary>
/// <param name="Content">The body.</param>
public sealed record StubAnswer(ReadOnlyMemory<byte> Content)
{
    public StubAnswer(string body)
        : this(Encoding.UTF8.GetBytes(body))
    {
    }

    public int Status { get; init; } = 200;

    public string ContentType { get; init; } = "application/json";

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>It announces the whole body, sends half of it and hangs up.</summary>
    public bool IsCutShort { get; init; }

    /// <summary>It is only given once this has happened; a task that never ends makes whoever asks wait until they give up.</summary>
    public Task After { get; init; } = Task.CompletedTask;

    /// <summary>Is set when somebody asks for it.</summary>
    public TaskCompletionSource? Asked { get; init; }

    internal async Task WriteAsync(HttpContext context, CancellationToken cancellationToken)
    {
        Asked?.TrySetResult();
        try
        {
            await After.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
            return;
        }

        var response = context.Response;
        (response.StatusCode, response.ContentType) = (Status, ContentType);
        foreach (var (name, value) in Headers) response.Headers[name] = value;

        if (!IsCutShort)
        {
            await response.Body.WriteAsync(Content, CancellationToken.None);
            return;
        }

        response.ContentLength = Content.Length;
        await response.Body.WriteAsync(Content[..(Content.Length / 2)], CancellationToken.None);
        await response.Body.FlushAsync(CancellationToken.None);
        context.Abort();
    }
}
