using Investr.GraphQL.Response;

namespace Investr.GraphQL.Subscriptions;

/// <summary>Subscribers that ask for the same: whoever meets an event first answers it for all.</summary>
/// <remarks>A subscriber that lags so far behind that the answer is forgotten makes it anew for itself.</remarks>
internal sealed class AnswerGroup(Action left)
{
    private const int Remembered = 8;

    private readonly Lock _gate = new();
    private readonly (object? Event, Task<OperationResult>? Answer)[] _recent = new (object?, Task<OperationResult>?)[Remembered];
    private int _oldest;

    /// <summary>The answer to an event. It does not end with the subscriber that makes it: the others want it too.</summary>
    public Task<OperationResult> AnswerAsync(object current, Func<object, CancellationToken, ValueTask<OperationResult>> make)
    {
        var made = new TaskCompletionSource<OperationResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            foreach (var (known, answer) in _recent)
            {
                if (ReferenceEquals(known, current)) return answer!;
            }

            _recent[_oldest] = (current, made.Task);
            _oldest = (_oldest + 1) % Remembered;
        }

        _ = MakeAsync(current, make, made);
        return made.Task;
    }

    /// <summary>A subscriber has ended.</summary>
    public void Leave() => left();

    private static async Task MakeAsync(
        object current, Func<object, CancellationToken, ValueTask<OperationResult>> make, TaskCompletionSource<OperationResult> made)
    {
        try
        {
            using var answer = await make(current, CancellationToken.None);
            made.SetResult(new SharedResult(answer));
        }
        catch (Exception failure)
        {
            made.SetException(failure);
        }
    }
}
