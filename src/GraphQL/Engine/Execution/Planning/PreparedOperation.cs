using System.Collections.Concurrent;
using Investr.GraphQL.Diagnostics;
using Investr.GraphQL.Execution.Coercion;
using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution.Planning;

/// <summary>An operation of a valid document, ready to run with any variables. Shared by all requests that ask for it.</summary>
internal sealed class PreparedOperation
{
    // Each value of the conditions has a plan of its own; a client that tries all of them must not fill the memory.
    private const int MaxKeptPlans = 32;
    private const int MaxReserved = 1024 * 1024;

    private readonly ConcurrentDictionary<ulong, OperationPlan> _plans = new();
    private readonly string[] _conditions;
    private readonly bool _mayBeIncremental;

    public PreparedOperation(Schema schema, DocumentNode document, OperationDefinitionNode definition)
    {
        Schema = schema;
        Document = document;
        Definition = definition;
        RootType = definition.Operation switch
        {
            OperationType.Mutation => schema.Mutation!,
            OperationType.Subscription => schema.Subscription!,
            _ => schema.Query!,
        };
        Fragments = document.Definitions.OfType<FragmentDefinitionNode>()
            .ToDictionary(fragment => fragment.Name.Value, StringComparer.Ordinal);
        Variables = [.. definition.Variables.Select(variable => new VariablePlan(schema, document, variable))];
        _conditions = ConditionVariables.Of(this);
        Description = new(definition, document.Source);
        _mayBeIncremental = definition.Operation != OperationType.Subscription && IncrementalDirectives.AreIn(document);
    }

    public Schema Schema { get; }

    public DocumentNode Document { get; }

    public OperationDefinitionNode Definition { get; }

    public ObjectType RootType { get; }

    public IReadOnlyDictionary<string, FragmentDefinitionNode> Fragments { get; }

    public VariablePlan[] Variables { get; }

    /// <summary>What listeners are told of it.</summary>
    public OperationDescription Description { get; }

    /// <summary>How many bytes the last answer had, so that the next one's buffer need not grow.</summary>
    public int LastLength
    {
        get;
        set => field = Math.Min(value, MaxReserved);
    } = 1024;

    /// <summary>The plan for the values of the variables that conditions ask for.</summary>
    /// <param name="variables">The request's variables.</param>
    /// <param name="incremental">Whether the answer may come in parts, where the operation asks for that.</param>
    /// <exception cref="GraphQLException">One of them is null.</exception>
    public OperationPlan PlanFor(VariableValues variables, bool incremental)
    {
        incremental &= _mayBeIncremental;
        if (_conditions.Length > 63) return new(this, ConditionsOf(variables), incremental);

        var mask = incremental ? 1UL << 63 : 0;
        for (var i = 0; i < _conditions.Length; i++)
        {
            if (variables.ConditionOf(_conditions[i])) mask |= 1UL << i;
        }

        if (_plans.TryGetValue(mask, out var plan)) return plan;

        plan = new(this, ConditionsOf(variables), incremental);
        return _plans.Count < MaxKeptPlans ? _plans.GetOrAdd(mask, plan) : plan;
    }

    private Dictionary<string, bool> ConditionsOf(VariableValues variables) =>
        _conditions.ToDictionary(name => name, variables.ConditionOf, StringComparer.Ordinal);
}
