namespace Investr.GraphQL;

/// <summary>What an operation may cost. The weights are those of Hot Chocolate: 10 for a field whose resolver waits or asks a service, 1 for
/// any other object, 0 for a leaf.</summary>
/// <remarks>Costs are bounds found before anything runs: a field counts as often as its parents can, a list as long as it can be, and of the
/// types that a value can be, the dearest.</remarks>
public sealed class CostOptions
{
    /// <summary>What the fields of an operation may cost together; 1,000. More is answered HC0047.</summary>
    public double MaxFieldCost { get; set; } = 1_000;

    /// <summary>How many objects an operation may make, weighted by their types; 1,000. More is answered HC0047.</summary>
    public double MaxTypeCost { get; set; } = 1_000;

    /// <summary>Whether more is refused; where it is not, costs are only reported.</summary>
    public bool EnforceCostLimits { get; set; } = true;

    /// <summary>Whether fields without a [Cost] get their weight, and pages their [ListSize], when the schema is made.</summary>
    public bool ApplyCostDefaults { get; set; } = true;

    /// <summary>The weight of a field whose resolver waits or asks a service; 10.</summary>
    public double DefaultResolverCost { get; set; } = 10;

    /// <summary>How long a list is taken to be where no [ListSize] tells; 10.</summary>
    public int DefaultListSize { get; set; } = 10;
}

/// <summary>What is done with an operation's cost.</summary>
public enum CostMode
{
    /// <summary>Too much is refused.</summary>
    Enforce,
    /// <summary>Too much is refused, and the cost is told beside the answer, in <c>extensions.operationCost</c>.</summary>
    Report,
    /// <summary>The cost is told, and nothing runs.</summary>
    Validate,
}

/// <summary>A bound of what an operation costs.</summary>
/// <param name="FieldCost">The work of its fields.</param>
/// <param name="TypeCost">The objects that it makes, weighted by their types.</param>
public readonly record struct OperationCost(double FieldCost, double TypeCost);
