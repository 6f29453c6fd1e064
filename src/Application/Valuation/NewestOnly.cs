using System.Threading.Channels;

namespace Investr.Application.Valuation;

/// <summary>What one reader has not yet seen: the newest alone.</summary>
internal sealed class NewestOnly<T>
{
    private readonly Channel<T> _unread =
        Channel.CreateBounded<T>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public void Offer(T value) => _unread.Writer.TryWrite(value);

    /// <summary>Nothing more comes.</summary>
    public void End(Exception? failure) => _unread.Writer.TryComplete(failure);

    public IAsyncEnumerable<T> ReadAllAsync(CancellationToken cancellationToken) => _unread.Reader.ReadAllAsync(cancellationToken);
}
