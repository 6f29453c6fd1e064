using System.Globalization;
using Investr.DataLoader;

namespace Investr.GraphQL.Tests.DataLoader;

/// <summary>Keeps batches until the test dispatches them.</summary>
internal sealed class ManualScheduler : IBatchScheduler
{
    private readonly List<IBatch> _batches = [];

    public void Schedule(IBatch batch)
    {
        lock (_batches) _batches.Add(batch);
    }

    public IReadOnlyList<IBatch> TakeAll()
    {
        var taken = _batches.ToArray();
        _batches.Clear();
        return taken;
    }

    public Task DispatchAllAsync() => Task.WhenAll(TakeAll().Select(batch => batch.DispatchAsync(default)));
}

/// <summary>Squares of positive numbers; remembers what it was asked for.</summary>
internal sealed class Squares(IBatchScheduler scheduler, DataLoaderOptions? options = null) : BatchDataLoader<int, string>(scheduler, options)
{
    public List<string> Fetches { get; } = [];

    public Exception? Failure { get; set; }

    protected override Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        Fetches.Add(string.Join(',', keys));
        if (Failure is not null) throw Failure;
        return Task.FromResult<IReadOnlyDictionary<int, string>>(
            keys.Where(key => key > 0).ToDictionary(key => key, key => (key * key).ToString(CultureInfo.InvariantCulture)));
    }
}
