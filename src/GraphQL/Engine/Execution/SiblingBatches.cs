using Investr.DataLoader;
using Investr.GraphQL.Types.Resolvers;

namespace Investr.GraphQL.Execution;

/// <summary>The objects of one request that wait for their batch resolvers: of each field, with the same arguments, one batch.</summary>
/// <remarks>Used by the request's loop alone.</remarks>
internal sealed class SiblingBatches(IBatchScheduler scheduler) : IRequestLoader
{
    private readonly Dictionary<(BatchFieldResolver, object?[]), Siblings> _open = [];

    /// <summary>Adds the object that the frame is at, to be answered with its siblings.</summary>
    public Task<object?> Add(BatchFieldResolver resolver, ResolverFrame frame)
    {
        if (_open.TryGetValue((resolver, frame.Arguments), out var siblings)) return siblings.Add(frame.Parent);

        _open[(resolver, frame.Arguments)] = siblings = new(this, resolver, frame);
        var answer = siblings.Add(frame.Parent);
        scheduler.Schedule(siblings);
        return answer;
    }

    private sealed class Siblings(SiblingBatches all, BatchFieldResolver resolver, ResolverFrame frame) : IBatch
    {
        private readonly object?[] _arguments = frame.Arguments;
        private readonly List<object?> _parents = [];
        private readonly List<TaskCompletionSource<object?>> _answers = [];
        private IReadOnlyList<object?> _results = [];
        private Exception? _failure;

        public int Count => _parents.Count;

        // Completed on the request's loop, where whoever waits only notes that his answer is there.
        public Task<object?> Add(object? parent)
        {
            var answer = new TaskCompletionSource<object?>();
            _parents.Add(parent);
            _answers.Add(answer);
            return answer.Task;
        }

        public async Task FetchAsync(CancellationToken cancellationToken)
        {
            all._open.Remove((resolver, _arguments));
            try
            {
                cancellationToken.ThrowIfCancellationRequested();
                _results = await resolver.AnswerAsync(frame, _arguments, [.. _parents]).ConfigureAwait(false);
            }
            catch (Exception failure)
            {
                _failure = failure;
            }
        }

        public void Complete()
        {
            for (var i = 0; i < _answers.Count; i++)
            {
                if (_failure is null) _answers[i].SetResult(_results[i]);
                else _answers[i].SetException(_failure);
            }
        }
    }
}
