using Investr.GraphQL.Caching;
using Investr.GraphQL.Security;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution.Planning;

/// <summary>An operation with its @skip and @include decided, and the `if` of each @defer and @stream. Selections are planned when a value
/// first needs them, then shared.</summary>
internal sealed class OperationPlan
{
    private readonly Lazy<bool> _sharesAnswers;
    private readonly Lazy<CachePolicy?> _cachePolicy;
    private int _argumentSlots;

    public OperationPlan(PreparedOperation operation, IReadOnlyDictionary<string, bool> conditions, bool isIncremental)
    {
        Operation = operation;
        IsIncremental = isIncremental;
        Fields = new(operation, conditions, isIncremental);
        Root = SelectionPlanner.Plan(this, operation.RootType, [new(operation.Definition.SelectionSet, null)]);
        _sharesAnswers = new(() => Root.Fields[0].Definition.SharesAnswers && Root.Fields[0].IsSameForAll());
        _cachePolicy = new(() => CachePlanner.PolicyOf(this));
    }

    public PreparedOperation Operation { get; }

    /// <summary>Whether @defer and @stream are heeded; else what they stand at is answered at once.</summary>
    public bool IsIncremental { get; }

    public FieldCollector Fields { get; }

    /// <summary>The root's fields.</summary>
    public SelectionPlan Root { get; }

    /// <summary>How the operation's cost is told, once it was asked for.</summary>
    public CostPlan? Cost { get; set; }

    /// <summary>For a subscription: whether subscribers with the same variables may share one answer to an event.</summary>
    public bool SharesAnswers => _sharesAnswers.Value;

    /// <summary>How long answers without errors may be kept; null for no time.</summary>
    public CachePolicy? CachePolicy => _cachePolicy.Value;

    /// <summary>How many fields have arguments that depend on variables.</summary>
    public int ArgumentSlots => Volatile.Read(ref _argumentSlots);

    /// <summary>A place for a field's arguments among those of a request.</summary>
    public int NextArgumentSlot() => Interlocked.Increment(ref _argumentSlots) - 1;
}

/// <summary>What is asked of a value of one object type: what is answered with it, and what later.</summary>
internal sealed record SelectionPlan(ObjectType Type, FieldPlan[] Fields, DeferPlan? Deferred = null)
{
    /// <summary>All fields, the later ones too.</summary>
    public IEnumerable<FieldPlan> All => Deferred is null ? Fields : Fields.Concat(Deferred.Parts.SelectMany(part => part.Fields.Fields));
}
