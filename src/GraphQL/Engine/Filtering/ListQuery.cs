using System.Linq.Expressions;
using System.Reflection;
using Investr.GraphQL.Sorting;
using Investr.GraphQL.Types;
using Investr.GraphQL.Types.Binding;

namespace Investr.GraphQL.Filtering;

/// <summary>What a [UseFiltering] or [UseSorting] field asks of its list: where its arguments stand, and how they are put to the items.</summary>
internal sealed class ListQuery
{
    private (int Place, FilterTarget Target, FilteringOptions Limits)? _where;
    private (int Place, int Max)? _order;
    private PropertyInfo? _id;

    /// <summary>Adds the arguments to a method's own; null where it has neither attribute.</summary>
    public static ListQuery? Of(BindingContext context, BoundMethod bound)
    {
        var (filtering, sorting) = (bound.Field.Filtering, bound.Field.Sorting);
        if (filtering is null && sorting is null) return null;
        if (bound.Result.Item is not { } item || !typeof(IEnumerable<>).MakeGenericType(ItemOf(bound)).IsAssignableFrom(bound.Result.Type))
            throw new NotSupportedException($"[UseFiltering] and [UseSorting] take a list or a query, and the method gives {bound.Result.Type.Name}");
        if (OutputType.Of(context, bound.Method, bound.Result, ownerName: null).Type.Named is not FieldsType type)
            throw new NotSupportedException($"[UseFiltering] and [UseSorting] take a list of objects, and {item.Type.Name} is none");

        var query = new ListQuery();
        if (filtering is not null)
        {
            var target = new FilterTypes(context).Target(type, item);
            query._where = (Add("where", target.Input, "Which items: all of them where it is left out."), target, filtering);
        }

        if (sorting is not null)
        {
            var input = new SortTypes(context).Of(type, item.Type);
            query._order = (Add("order", new ListType(new NonNullType(input)), "In which order, the most important first."), sorting.MaxKeys);
            query._id = bound.Limits is null ? null : context.Nodes.IdOf(item.Type) ?? item.Type.GetProperty("Id");
        }

        return query;

        int Add(string name, GraphQLType argument, string description) => bound.Arguments.All.Any(own => own.Name == name)
            ? throw new NotSupportedException($"the method has an argument {name} of its own")
            : bound.Arguments.Add(new(name, argument) { Description = description });
    }

    /// <summary>A resolver that asks the list that another finds.</summary>
    public FieldResolver Resolver(BoundMethod bound, FieldResolver inner, Func<object?, object?>? convert) =>
        (FieldResolver)Activator.CreateInstance(typeof(ListQueryResolver<>).MakeGenericType(ItemOf(bound)), inner, this, convert)!;

    /// <summary>The condition of a request; null where all items are asked for.</summary>
    /// <exception cref="GraphQLException">It has too many comparisons, or goes through too many lists.</exception>
    public Filter? Where(object?[] arguments)
    {
        if (_where is not { } where || arguments[where.Place] is not Filter filter) return null;

        var (conditions, depth) = (where.Limits.MaxConditions, where.Limits.MaxListDepth);
        if (filter.Conditions > conditions) throw Filter.Refusal($"`where` has {filter.Conditions} conditions, {conditions} are allowed.");
        if (filter.ListDepth > depth) throw Filter.Refusal($"`where` asks lists {filter.ListDepth} deep, {depth} is allowed.");
        return filter;
    }

    /// <summary>The keys that a request sorts by.</summary>
    /// <exception cref="GraphQLException">There are too many.</exception>
    public IReadOnlyList<SortKey> Order(object?[] arguments)
    {
        if (_order is not { } order || arguments[order.Place] is not object?[] given) return [];

        SortKey[] keys = [.. given.SelectMany(each => (SortKey[])each!)];
        return keys.Length <= order.Max ? keys : throw Filter.Refusal($"`order` has {keys.Length} keys, {order.Max} are allowed.");
    }

    /// <summary>The items in memory that a request asks for.</summary>
    public IEnumerable<T> Ask<T>(IEnumerable<T> items, Filter? where, IReadOnlyList<SortKey> order)
    {
        var asked = where is null ? items : items.Where(Test<T>(where, isInMemory: true).Compile(preferInterpretation: true));
        return SortedItems.Of(asked, order);
    }

    /// <summary>The query for the items that a request asks for.</summary>
    public IQueryable<T> Ask<T>(IQueryable<T> items, Filter? where, IReadOnlyList<SortKey> order)
    {
        var asked = where is null ? items : items.Where(Test<T>(where, isInMemory: false));
        return order.Count == 0 ? asked : SortedItems.Of(asked, _id is { } id ? [.. order, ById(id)] : order);
    }

    private static SortKey ById(PropertyInfo id) => new(item => Expression.Property(item, id), System.ComponentModel.ListSortDirection.Ascending);

    private Expression<Func<T, bool>> Test<T>(Filter where, bool isInMemory)
    {
        var item = Expression.Parameter(typeof(T), "item");
        return Expression.Lambda<Func<T, bool>>(where.Test(FilteredValue.Of(item, _where!.Value.Target, isInMemory)), item);
    }

    private static Type ItemOf(BoundMethod bound) => TypeShape.ItemTypeOf(bound.Result.Type)!;
}
