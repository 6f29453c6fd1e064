using System.Threading.Channels;
using Investr.Application.Alerts;
using Investr.Domain.Alerts;

namespace Investr.Infrastructure.Tests.Messaging;

/// <summary>Keeps what users would be told.</summary>
internal sealed class AlertNoticesInMemory : IAlertNotices
{
    private readonly Channel<PriceAlert> _sent = Channel.CreateUnbounded<PriceAlert>();

    public Task SendAsync(PriceAlert alert, CancellationToken cancellationToken)
    {
        _sent.Writer.TryWrite(alert);
        return Task.CompletedTask;
    }

    /// <summary>The next notices; it waits for as many.</summary>
    public async Task<List<PriceAlert>> NextAsync(int count)
    {
        List<PriceAlert> next = [];
        while (next.Count < count)
            next.Add(await _sent.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30)));
        return next;
    }
}
