using System.Linq.Expressions;
using Investr.GraphQL.Descriptors;
using Investr.GraphQL.Execution;
using Investr.GraphQL.Sorting;
using Investr.GraphQL.Types;
using Investr.GraphQL.Types.Binding;

namespace Investr.GraphQL.Filtering;

/// <summary>What a request asks of a list.</summary>
internal sealed record ListDemand<T>(Filter? Where, IReadOnlyList<SortKey> Order, Expression<Func<T, T>>? Selector);

/// <summary>What a field with [UseFiltering], [UseSorting], [UseProjection], [UseFirstOrDefault] or [UseSingleOrDefault] asks of its list: where
/// its arguments stand, and how they are put to the items.</summary>
internal sealed class ListQuery
{
    private (int Place, FilterTarget Target, FilteringOptions Limits)? _where;
    private (int Place, int Max)? _order;
    private bool _isProjected;

    private ListQuery(Type item, ListEnd end) => (Item, End) = (item, end);

    /// <summary>The items' CLR type.</summary>
    public Type Item { get; }

    /// <summary>What becomes of the items.</summary>
    public ListEnd End { get; }

    /// <summary>Whether the method takes a <see cref="QueryContext{T}"/> and asks its data source itself.</summary>
    public bool IsLeftToMethod { get; private init; }

    /// <summary>Adds the arguments to a method's own; null where nothing is asked of a list.</summary>
    public static ListQuery? Of(BindingContext context, BoundMethod bound)
    {
        var field = bound.Field;
        var isPlain = field is { Filtering: null, Sorting: null, IsProjected: false, End: null };
        if (isPlain && !IsQuery(bound.Result.Type)) return null;
        if (isPlain) return new(TypeShape.ItemTypeOf(bound.Result.Type)!, bound.Limits is null ? ListEnd.List : ListEnd.Page);

        var asked = bound.Method.GetParameters().Select(parameter => QueryContextItemOf(parameter.ParameterType)).FirstOrDefault(type => type is not null);
        if (asked is null && !IsList(bound.Result))
            throw new NotSupportedException($"[UseFiltering] and [UseSorting] take a list or a query, and the method gives {bound.Result.Type.Name}");

        var item = asked is null ? bound.Result.Item! : TypeShape.Required(asked);
        if (Named(context, bound, asked) is not FieldsType type)
            throw new NotSupportedException($"[UseFiltering] and [UseSorting] take a list of objects, and {item.Type.Name} is none");

        var end = bound.Limits is null ? field.End ?? ListEnd.List : ListEnd.Page;
        var query = new ListQuery(asked ?? TypeShape.ItemTypeOf(bound.Result.Type)!, end) { IsLeftToMethod = asked is not null };
        query._isProjected = field.IsProjected || asked is not null;
        if (field.Filtering is { } filtering)
        {
            var target = new FilterTypes(context).Target(type, item);
            query._where = (Add("where", target.Input, "Which items: all of them where it is left out."), target, filtering);
        }

        if (field.Sorting is { } sorting)
        {
            var input = new SortTypes(context).Of(type, item.Type);
            query._order = (Add("order", new ListType(new NonNullType(input)), "In which order, the most important first."), sorting.MaxKeys);
        }

        field.Query = query;
        return query;

        int Add(string name, GraphQLType argument, string description) => bound.Arguments.All.Any(own => own.Name == name)
            ? throw new NotSupportedException($"the method has an argument {name} of its own")
            : bound.Arguments.Add(new(name, argument) { Description = description });
    }

    /// <summary>The items' type, where a type is a <see cref="QueryContext{T}"/>.</summary>
    public static Type? QueryContextItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(QueryContext<>) ? type.GetGenericArguments()[0] : null;

    /// <summary>What is asked, for a method that takes it. Called by compiled resolvers.</summary>
    public static QueryContext<T> ContextOf<T>(FieldDescriptor field, ResolverFrame frame, object?[] arguments)
    {
        var query = field.Query!;
        var (where, order, selector) = query.Read<T>(frame, arguments);
        var keys = order.Select(key => (SortedItems.KeyOf<T>(key), key.IsDescending)).ToArray();
        return new(selector, where is null ? null : query.Test<T>(where, isInMemory: false), keys.Length == 0 ? null : new(keys));
    }

    /// <summary>A resolver that asks the list that another finds.</summary>
    public FieldResolver Resolver(FieldResolver inner, Func<object?, object?>? convert) => IsLeftToMethod
        ? inner
        : (FieldResolver)Activator.CreateInstance(typeof(ListQueryResolver<>).MakeGenericType(Item), inner, this, convert)!;

    /// <summary>What a request asks.</summary>
    /// <exception cref="GraphQLException">It is more than allowed.</exception>
    public ListDemand<T> Read<T>(ResolverFrame frame, object?[] arguments) =>
        new(Where(arguments), Order(arguments), _isProjected && frame.Plan is { } plan ? Projection.Of<T>(plan) : null);

    /// <summary>The items in memory that a request asks for.</summary>
    public IEnumerable<T> Ask<T>(IEnumerable<T> items, ListDemand<T> demand)
    {
        var asked = demand.Where is { } where ? items.Where(Test<T>(where, isInMemory: true).Compile(preferInterpretation: true)) : items;
        return SortedItems.Of(asked, demand.Order);
    }

    /// <summary>The query for the items that a request asks for.</summary>
    public IQueryable<T> Ask<T>(IQueryable<T> items, ListDemand<T> demand)
    {
        var asked = demand.Where is { } where ? items.Where(Test<T>(where, isInMemory: false)) : items;
        return SortedItems.Of(asked, [.. demand.Order.Select(key => (SortedItems.KeyOf<T>(key), key.IsDescending))]);
    }

    private Filter? Where(object?[] arguments)
    {
        if (_where is not { } where || arguments[where.Place] is not Filter filter) return null;

        var (conditions, depth) = (where.Limits.MaxConditions, where.Limits.MaxListDepth);
        if (filter.Conditions > conditions) throw Filter.Refusal($"`where` has {filter.Conditions} conditions, {conditions} are allowed.");
        if (filter.ListDepth > depth) throw Filter.Refusal($"`where` asks lists {filter.ListDepth} deep, {depth} is allowed.");
        return filter;
    }

    private SortKey[] Order(object?[] arguments)
    {
        if (_order is not { } order || arguments[order.Place] is not object?[] given) return [];

        SortKey[] keys = [.. given.SelectMany(each => (SortKey[])each!)];
        return keys.Length <= order.Max ? keys : throw Filter.Refusal($"`order` has {keys.Length} keys, {order.Max} are allowed.");
    }

    private Expression<Func<T, bool>> Test<T>(Filter where, bool isInMemory)
    {
        var item = Expression.Parameter(typeof(T), "item");
        return Expression.Lambda<Func<T, bool>>(where.Test(FilteredValue.Of(item, _where!.Value.Target, isInMemory)), item);
    }

    private static NamedType Named(BindingContext context, BoundMethod bound, Type? asked) => asked is null
        ? OutputType.Of(context, bound.Method, bound.Result, ownerName: null, bound.Field.GivenType).Type.Named
        : context.Types.Output(asked);

    // A query is asked by its provider, whatever else is asked of it.
    private static bool IsQuery(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IQueryable<>);

    private static bool IsList(TypeShape result) => result.Item is not null
        && typeof(IEnumerable<>).MakeGenericType(TypeShape.ItemTypeOf(result.Type)!).IsAssignableFrom(result.Type);
}
