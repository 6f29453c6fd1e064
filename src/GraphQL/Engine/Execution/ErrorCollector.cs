namespace Investr.GraphQL.Execution;

/// <summary>§7.1.2 The errors of one execution, in the order in which the response shows their places.</summary>
internal sealed class ErrorCollector
{
    private static readonly Comparer<int[]> Places = Comparer<int[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right));

    private readonly Lock _gate = new();
    private readonly List<(IError Error, int[] Order)> _errors = [];

    public bool IsEmpty => _errors.Count == 0;

    /// <summary>What the last failure told: where a null went all the way up, the reason for it.</summary>
    public IReadOnlyList<IError> Last { get; private set; } = [];

    public void Add(IError error, int[] order)
    {
        lock (_gate) _errors.Add((error, order));
    }

    public void AddFailure(IReadOnlyList<IError> errors, int[] order)
    {
        Last = errors;
        foreach (var error in errors) Add(error, order);
    }

    public IReadOnlyList<IError> InOrder() => [.. _errors.OrderBy(entry => entry.Order, Places).Select(entry => entry.Error)];

    public void Clear()
    {
        _errors.Clear();
        Last = [];
    }
}
