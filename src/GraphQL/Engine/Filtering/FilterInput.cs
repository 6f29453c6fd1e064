using Investr.GraphQL.Types;

namespace Investr.GraphQL.Filtering;

/// <summary>A field of a filter's input, and the filter that its value is. The value is never null unless <paramref name="TakesNull"/>.</summary>
internal sealed record FilterField(ArgumentDefinition Definition, bool TakesNull, Func<object?, Filter> Read);

/// <summary>Gives filters' input types their fields. A value of one is a <see cref="Filter"/>: all that it names must be so.</summary>
internal static class FilterInput
{
    public static InputObjectType New(string name, string description) => new(name, typeof(Filter)) { Description = description };

    public static void Fill(InputObjectType made, IReadOnlyList<FilterField> fields)
    {
        made.SetFields([.. fields.Select(field => field.Definition)]);
        made.Create = values => Filter.All(
        [
            .. fields.Zip(values)
                .Where(pair => !ReferenceEquals(pair.Second, Missing.Value))
                .Select(pair => pair.Second is null && !pair.First.TakesNull
                    ? Filter.Refused($"`{pair.First.Definition.Name}` of {made.Name} must not be null.")
                    : pair.First.Read(pair.Second)),
        ]);
    }

    /// <summary>The fields that join filters of one type.</summary>
    public static IReadOnlyList<FilterField> Joins(InputObjectType made)
    {
        var list = new ListType(new NonNullType(made));
        return
        [
            new(new("and", list) { Description = "All of these are so." }, TakesNull: false, given => Filter.All(Each(given))),
            new(new("or", list) { Description = "One of these is so." }, TakesNull: false, given => Filter.Any(Each(given))),
        ];
    }

    private static Filter[] Each(object? given) => [.. ((object?[])given!).Cast<Filter>()];
}
