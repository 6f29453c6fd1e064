using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Investr.DataLoader;

/// <summary>What all loaders share: one answer per key, kept until it is removed or its fetch fails.</summary>
/// <remarks>Safe to call from any thread; nobody else's code runs while the gate is held. The scope of services disposes of it.</remarks>
public abstract class DataLoaderBase<TKey, TValue> : IDataLoader<TKey, TValue>, IRequestLoader, IDisposable where TKey : notnull
{
    private readonly Lock _gate = new();
    private Dictionary<TKey, Task<TValue?>>? _answers = AnswerCache<TKey, TValue>.Rent();
    private readonly IBatchScheduler _scheduler;
    private readonly int _maxBatchSize;
    private Batch<TKey, TValue>? _open;

    private protected DataLoaderBase(IBatchScheduler scheduler, DataLoaderOptions? options)
    {
        _scheduler = scheduler;
        DiagnosticEvents = options?.DiagnosticEvents ?? scheduler.DiagnosticEvents;
        _maxBatchSize = options?.MaxBatchSize ?? new DataLoaderOptions().MaxBatchSize;
    }

    /// <inheritdoc/>
    public IImmutableDictionary<string, object?> ContextData { get; set; } = ImmutableDictionary<string, object?>.Empty;

    /// <inheritdoc/>
    public Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<TValue?>(cancellationToken);

        Task<TValue?> answer;
        Batch<TKey, TValue>? begun = null;
        bool isKnown;
        lock (_gate) answer = AnswerTo(key, ref begun, out isKnown);
        if (begun is not null) _scheduler.Schedule(begun);
        if (isKnown) DiagnosticEvents?.ResolvedTaskFromCache(this, key);
        return ForCaller(answer, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();

        var answers = new Task<TValue?>[keys.Count];
        List<Batch<TKey, TValue>> begun = [];
        List<TKey>? known = DiagnosticEvents is null ? null : [];
        lock (_gate)
        {
            var i = 0;
            foreach (var key in keys)
            {
                Batch<TKey, TValue>? batch = null;
                answers[i++] = AnswerTo(key, ref batch, out var isKnown);
                if (batch is not null) begun.Add(batch);
                if (isKnown) known?.Add(key);
            }
        }

        foreach (var batch in begun) _scheduler.Schedule(batch);
        foreach (var key in known ?? []) DiagnosticEvents!.ResolvedTaskFromCache(this, key);
        return await ForCaller(Task.WhenAll(answers), cancellationToken);
    }

    /// <inheritdoc/>
    public void SetCacheEntry(TKey key, TValue? value)
    {
        lock (_gate)
        {
            ref var answer = ref CollectionsMarshal.GetValueRefOrAddDefault(Answers, key, out _);
            answer ??= Task.FromResult(value);
        }
    }

    /// <inheritdoc/>
    public void RemoveCacheEntry(TKey key)
    {
        lock (_gate) _answers?.Remove(key);
    }

    /// <inheritdoc/>
    public void ClearCache()
    {
        lock (_gate) _answers?.Clear();
    }

    /// <summary>Forgets everything; it loads no more.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_answers is not null) AnswerCache<TKey, TValue>.Return(_answers);
            _answers = null;
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Who hears of it; null for nobody.</summary>
    internal IDataLoaderDiagnosticEvents? DiagnosticEvents { get; }

    /// <summary>Fetches the values of the keys into <paramref name="values"/>, in the keys' order; there is room for more.</summary>
    internal abstract Task FetchAsync(IReadOnlyList<TKey> keys, TValue?[] values, CancellationToken cancellationToken);

    /// <summary>From here on a batch takes no more keys.</summary>
    internal void Close(Batch<TKey, TValue> batch)
    {
        lock (_gate)
        {
            if (_open == batch) _open = null;
        }
    }

    /// <summary>Forgets answers that turned out to be failures, so that the next load tries again.</summary>
    internal void Forget(ReadOnlySpan<TKey> keys, AsyncTaskMethodBuilder<TValue?>[] promises)
    {
        lock (_gate)
        {
            for (var i = 0; i < keys.Length; i++)
            {
                if (_answers?.GetValueOrDefault(keys[i]) is { } answer && answer == promises[i].Task) _answers.Remove(keys[i]);
            }
        }
    }

    private Dictionary<TKey, Task<TValue?>> Answers => _answers ?? throw new ObjectDisposedException(GetType().Name);

    private Task<TValue?> AnswerTo(TKey key, ref Batch<TKey, TValue>? begun, out bool isKnown)
    {
        ref var answer = ref CollectionsMarshal.GetValueRefOrAddDefault(Answers, key, out _);
        isKnown = answer is not null;
        if (answer is not null) return answer;

        if (_open is null || (_maxBatchSize > 0 && _open.Count >= _maxBatchSize)) _open = begun = new(this);
        return answer = _open.Add(key);
    }

    // A caller that gives up leaves the fetch to the others.
    private Task<T> ForCaller<T>(Task<T> answer, CancellationToken cancellationToken) =>
        answer.IsCompleted || !cancellationToken.CanBeCanceled || cancellationToken == _scheduler.Cancellation
            ? answer
            : answer.WaitAsync(cancellationToken);
}
