using System.Linq.Expressions;
using System.Reflection;
using Investr.GraphQL.Execution.Planning;
using Investr.GraphQL.Types;
using Investr.GraphQL.Types.Binding;

namespace Investr.GraphQL.Filtering;

/// <summary>What a request selects of items, as an expression that makes items with no more than that, so that a provider reads no other
/// columns.</summary>
internal static class Projection
{
    /// <summary>Null where whole items are needed: a resolver takes its parent and does not say what of it, or items cannot be made.</summary>
    public static Expression<Func<T, T>>? Of<T>(FieldPlan field)
    {
        var item = Expression.Parameter(typeof(T), "item");
        return New(item, [.. ItemsOf(field)]) is { } made ? Expression.Lambda<Func<T, T>>(made, item) : null;
    }

    // Of a connection the items stand below.
    private static IEnumerable<FieldPlan> ItemsOf(FieldPlan field)
    {
        if (field.Definition.Type.Named is not ObjectType { RuntimeType: null } connection) return [field];

        var below = field.Selection.For(connection).All.ToArray();
        return below.Where(each => each.Definition.Name == "nodes").Concat(below
            .Where(each => each.Definition.Name == "edges")
            .SelectMany(edges => edges.Selection.For((ObjectType)edges.Definition.Type.Named).All)
            .Where(each => each.Definition.Name == "node"));
    }

    private static Expression? New(Expression source, IReadOnlyList<FieldPlan> holders)
    {
        if (Needed(source.Type, holders) is not { } needed) return null;

        var type = source.Type;
        if (type.GetConstructor(Type.EmptyTypes) is { } plain)
        {
            return needed.Keys.All(member => member.SetMethod is { IsPublic: true })
                ? Expression.MemberInit(Expression.New(plain), needed.Select(pair => Expression.Bind(pair.Key, Value(source, pair.Key, pair.Value))))
                : null;
        }

        if (type.IsAbstract || type.GetConstructors().MaxBy(made => made.GetParameters().Length) is not { } constructor) return null;

        var parameters = constructor.GetParameters();
        return needed.Keys.All(member => Array.Exists(parameters, parameter => IsOf(parameter, member)))
            ? Expression.New(constructor, parameters.Select(Argument))
            : null;

        Expression Argument(ParameterInfo parameter)
        {
            var pair = needed.FirstOrDefault(each => IsOf(parameter, each.Key));
            return pair.Key is null ? Expression.Default(parameter.ParameterType) : Value(source, pair.Key, pair.Value);
        }
    }

    /// <summary>The properties that are needed, each with the fields that select from it; null where all are.</summary>
    private static Dictionary<PropertyInfo, List<FieldPlan>>? Needed(Type type, IReadOnlyList<FieldPlan> holders)
    {
        var needed = new Dictionary<PropertyInfo, List<FieldPlan>>();
        foreach (var always in type.GetProperties().Where(member => member.GetCustomAttribute<IsProjectedAttribute>() is { Value: true })) Need(always);
        foreach (var holder in holders)
        {
            if (holder.Definition.Type.Named is not ObjectType named || named.RuntimeType != type) return null;

            foreach (var field in holder.Selection.For(named).All.Where(field => field.Kind != FieldKind.Constant))
            {
                if (field.Definition.Member is { } member) Need(member).Add(field);
                else if (field.Definition.Requires is not { } names) return null;
                else foreach (var name in names) Need(type.GetProperty(name)!);
            }
        }

        return needed;

        List<FieldPlan> Need(PropertyInfo member) => needed.TryGetValue(member, out var known) ? known : needed[member] = [];
    }

    private static Expression Value(Expression source, PropertyInfo member, List<FieldPlan> fields)
    {
        Expression value = Expression.Property(source, member);
        if (fields.Count == 0 || fields[0].Definition.Type.Named is not ObjectType named || named.RuntimeType!.IsValueType) return value;
        if (TypeShape.ItemTypeOf(member.PropertyType) is { } item) return Items(value, item, fields);
        if (New(value, fields) is not { } made) return value;

        return TypeShape.Of(member).IsNullable
            ? Expression.Condition(Expression.Equal(value, Expression.Constant(null, value.Type)), Expression.Constant(null, value.Type), made)
            : made;
    }

    private static Expression Items(Expression list, Type item, List<FieldPlan> fields)
    {
        var each = Expression.Parameter(item, "each");
        if (!list.Type.IsAssignableFrom(typeof(List<>).MakeGenericType(item)) || New(each, fields) is not { } made) return list;

        var selected = Expression.Call(typeof(Enumerable), nameof(Enumerable.Select), [item, item], list, Expression.Lambda(made, each));
        return Expression.Call(typeof(Enumerable), nameof(Enumerable.ToList), [item], selected);
    }

    private static bool IsOf(ParameterInfo parameter, PropertyInfo member) =>
        parameter.ParameterType == member.PropertyType && string.Equals(parameter.Name, member.Name, StringComparison.OrdinalIgnoreCase);
}
