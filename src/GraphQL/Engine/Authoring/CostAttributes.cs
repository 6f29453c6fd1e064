namespace Investr.GraphQL;

/// <summary>What each use costs, where the default is not it: of a field, an argument or an input field its work; of a type each of its
/// values.</summary>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CostAttribute(double weight) : Attribute
{
    /// <summary>The weight; a fraction for what is cheaper than an object read from memory.</summary>
    public double Weight { get; } = weight;
}

/// <summary>How long a list can become, so that what stands below it can be counted.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class ListSizeAttribute : Attribute
{
    /// <summary>The length where no slicing argument tells; the schema's default where it is not set.</summary>
    public int AssumedSize { get => Assumed ?? 0; init => Assumed = value; }

    /// <summary>Arguments that tell the length: a number by its value, a list by its own length. Of several, the largest counts.</summary>
    public string[] SlicingArguments { get; init; } = [];

    /// <summary>The length where none of the slicing arguments is given; <see cref="AssumedSize"/> where it is not set.</summary>
    public int SlicingArgumentDefaultValue { get => Default ?? 0; init => Default = value; }

    /// <summary>The fields below, such as <c>edges</c> and <c>nodes</c>, that are as long, where the field is no list itself.</summary>
    public string[] SizedFields { get; init; } = [];

    /// <summary>Whether an operation that gives none or several of the slicing arguments is refused.</summary>
    public bool RequireOneSlicingArgument { get; init; }

    internal int? Assumed { get; private init; }

    internal int? Default { get; private init; }
}
