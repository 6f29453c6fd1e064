using System.Buffers;
using System.Runtime.CompilerServices;
using Investr.GraphQL.Execution.Coercion;

namespace Investr.GraphQL.Security;

/// <summary>One field of the response as the cost sees it: what it costs once, how often what stands below it counts, and that by type.</summary>
/// <param name="Weight">The field's own work.</param>
/// <param name="Inputs">What its arguments cost; null where they cannot cost anything.</param>
/// <param name="Size">How long its list becomes, where a [ListSize] tells; else <paramref name="AssumedSize"/> is the length.</param>
/// <param name="AssumedSize">The length of a list of which nothing is told; 1 for what is no list.</param>
/// <param name="Alternatives">The object types that a value can be; one, without fields, for a leaf.</param>
internal sealed record CostedField(
    double Weight, InputCost? Inputs, ListSizing? Size, double AssumedSize, IReadOnlyList<CostedSelection> Alternatives);

/// <summary>What is asked of a value of one type.</summary>
/// <param name="TypeWeight">What each value costs.</param>
/// <param name="Fields">The places of the fields in the plan.</param>
internal sealed record CostedSelection(double TypeWeight, int[] Fields);

/// <summary>What an operation costs, as far as it can be told before the variables are known: a sum for each field, whose parts stand before
/// it, so that one pass over them adds up the whole.</summary>
internal sealed class CostPlan(IReadOnlyList<CostedField> fields, CostedSelection? root, bool varies)
{
    private const int OnStack = 128;

    // A reference, so that no reader sees half of it.
    private StrongBox<OperationCost>? _constant;

    /// <summary>For an operation of which nobody can tell the cost.</summary>
    public static CostPlan Untold { get; } = new([], null, varies: false);

    /// <summary>The cost of a request.</summary>
    /// <exception cref="GraphQLException">A list lacks the argument that tells its length, or too many types combine to look at.</exception>
    public OperationCost For(VariableValues variables)
    {
        if (_constant is { } known) return known.Value;
        if (root is null) throw TooManyCases();

        var cost = fields.Count <= OnStack
            ? Add(stackalloc OperationCost[fields.Count], variables)
            : AddRented(variables);
        if (!varies) _constant = new(cost);
        return cost;
    }

    private OperationCost AddRented(VariableValues variables)
    {
        var rented = ArrayPool<OperationCost>.Shared.Rent(fields.Count);
        var cost = Add(rented, variables);
        ArrayPool<OperationCost>.Shared.Return(rented);
        return cost;
    }

    private OperationCost Add(Span<OperationCost> costs, VariableValues variables)
    {
        for (var i = 0; i < fields.Count; i++) costs[i] = CostOf(fields[i], costs, variables);
        return CostOf(root!, costs);
    }

    private static OperationCost CostOf(CostedField field, ReadOnlySpan<OperationCost> costs, VariableValues variables)
    {
        var (work, objects) = (0d, 0d);
        foreach (var alternative in field.Alternatives)
        {
            var below = CostOf(alternative, costs);
            (work, objects) = (Math.Max(work, below.FieldCost), Math.Max(objects, below.TypeCost));
        }

        var size = field.Size?.SizeFor(variables) ?? field.AssumedSize;
        return Finite(field.Weight + (field.Inputs?.For(variables) ?? 0) + (size * work), size * objects);
    }

    private static OperationCost CostOf(CostedSelection selection, ReadOnlySpan<OperationCost> costs)
    {
        var (work, objects) = (0d, selection.TypeWeight);
        foreach (var place in selection.Fields)
        {
            work += costs[place].FieldCost;
            objects += costs[place].TypeCost;
        }

        return Finite(work, objects);
    }

    private static OperationCost Finite(double work, double objects) =>
        new(Math.Min(work, double.MaxValue), Math.Min(objects, double.MaxValue));

    private static GraphQLException TooManyCases() =>
        new(new GraphQLError("The operation selects on too many combinations of types: its cost cannot be told.") { Code = ErrorCodes.LimitExceeded });
}
