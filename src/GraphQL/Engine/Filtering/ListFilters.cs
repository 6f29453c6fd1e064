using System.Linq.Expressions;
using Investr.GraphQL.Types;
using Investr.GraphQL.Types.Binding;

namespace Investr.GraphQL.Filtering;

/// <summary>Makes the filters of lists within items: what all, none or some of their items are, and whether there are any.</summary>
internal sealed class ListFilters(BindingContext context)
{
    public InputObjectType Of(InputObjectType item, bool isLeaf)
    {
        var name = (isLeaf ? "List" : "ListFilterInputTypeOf") + item.Name;
        return context.Types.GetOrAdd(name, () =>
        {
            var made = FilterInput.New(name, "What is asked of a list: all that is given.");
            FilterInput.Fill(made,
            [
                Field("all", item, "Every item is so.", (list, filter) => list.Guarded(there => Each(there, nameof(Enumerable.All), filter))),
                Field("none", item, "No item is so.", (list, filter) => Expression.Not(Some(list, filter))),
                Field("some", item, "An item is so.", Some),
                new(new("any", BuiltInScalars.Boolean) { Description = "Whether it has items." }, TakesNull: false, given => new(1, 1, list =>
                    given is true ? HasItems(list) : Expression.Not(HasItems(list)))),
            ]);
            return made;
        });
    }

    private static FilterField Field(string name, InputObjectType item, string description, Func<FilteredValue, Filter, Expression> test) =>
        new(new(name, item) { Description = description }, TakesNull: false, given => given is Filter filter
            ? new(filter.Conditions, filter.ListDepth + 1, list => test(list, filter))
            : throw new InvalidOperationException("A filter's input is coerced to a filter."));

    private static Expression Some(FilteredValue list, Filter filter) => list.Guarded(there => Each(there, nameof(Enumerable.Any), filter));

    private static Expression HasItems(FilteredValue list) => list.Guarded(there =>
        Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [ItemOf(there)], there.Value));

    private static MethodCallExpression Each(FilteredValue list, string method, Filter filter)
    {
        var item = Expression.Parameter(ItemOf(list), "item");
        var test = Expression.Lambda(filter.Test(FilteredValue.Of(item, list.Target.Item!, list.IsInMemory)), item);
        return Expression.Call(typeof(Enumerable), method, [item.Type], list.Value, test);
    }

    private static Type ItemOf(FilteredValue list) => TypeShape.ItemTypeOf(list.Value.Type)!;
}
