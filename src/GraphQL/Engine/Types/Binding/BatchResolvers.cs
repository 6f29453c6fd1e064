using System.Linq.Expressions;
using System.Reflection;
using Investr.GraphQL.Types.Resolvers;

namespace Investr.GraphQL.Types.Binding;

/// <summary>Makes a field of a method with [BatchResolver], which answers for all siblings at once.</summary>
/// <remarks>The parents' list comes behind the arguments' values. A list that is no parents' has one value for each of them: an argument's,
/// which are all the same.</remarks>
internal sealed class BatchResolvers(BindingContext context)
{
    public FieldDefinition Field(FieldsType owner, Type? parent, MethodInfo method)
    {
        Check(parent, method);
        var arguments = new ArgumentList();
        var parameters = method.GetParameters().Select(parameter => Bind(parameter, parent!, arguments)).ToArray();
        if (!method.GetParameters().Any(parameter => IsParents(parameter, parent!)))
            throw new NotSupportedException($"a batch resolver takes the parents: [Parent] List<{parent!.Name}>");

        var result = TypeShape.Of(method.ReturnParameter);
        if (result.Item is not { } item) throw new NotSupportedException("a batch resolver gives a list, with a result for each parent");

        var output = OutputType.Of(context, method, item, owner.Name);
        return new(FieldBinder.NameOf(method), output.Type, arguments.All)
        {
            Resolver = new BatchFieldResolver(new(method, parameters, instance: null), parent!, FieldBinder.TaskResultOf(method.ReturnType), output.Convert),
        };
    }

    private static void Check(Type? parent, MethodInfo method)
    {
        if (parent is null) throw new NotSupportedException("a root has no siblings that a batch resolver could answer for");
        if (!method.IsStatic) throw new NotSupportedException("a batch resolver is a static method");
        if (method.IsDefined(typeof(UsePagingAttribute)) || method.IsDefined(typeof(UseFilteringAttribute)) || method.IsDefined(typeof(UseSortingAttribute)))
            throw new NotSupportedException("a batch resolver's results are not paged, filtered or sorted");
        if (method.GetParameters().Any(parameter => parameter.ParameterType == typeof(IResolverContext)))
            throw new NotSupportedException("a batch resolver answers for many fields and has the context of none");
    }

    private ParameterReader Bind(ParameterInfo parameter, Type parent, ArgumentList arguments)
    {
        var type = parameter.ParameterType;
        if (IsParents(parameter, parent))
            return (_, values) => Of(typeof(BatchResolvers), nameof(Parents), type, Expression.Convert(Last(values), typeof(object?[])));

        return TypeShape.ItemTypeOf(type) is null || parameter.IsDefined(typeof(ArgumentAttribute))
            ? context.Arguments.Bind(parameter, parent, arguments, limits: null)
            : ForEach(parameter, arguments);
    }

    private ParameterReader ForEach(ParameterInfo parameter, ArgumentList arguments)
    {
        var place = arguments.Add(context.Inputs.ItemArgument(parameter));
        return (_, values) => Of(
            typeof(BatchResolvers), nameof(Repeated), parameter.ParameterType,
            Expression.ArrayIndex(values, Expression.Constant(place)), Expression.Convert(Last(values), typeof(object?[])));
    }

    private static bool IsParents(ParameterInfo parameter, Type parent) =>
        TypeShape.ItemTypeOf(parameter.ParameterType) is { } item && item.IsAssignableFrom(parent)
        && (parameter.IsDefined(typeof(ParentAttribute)) || (parameter.Position == 0 && item == parent));

    private static BinaryExpression Last(ParameterExpression values) =>
        Expression.ArrayIndex(values, Expression.Subtract(Expression.ArrayLength(values), Expression.Constant(1)));

    // The list that the parameter asks for: a List, or anything that an array is.
    private static UnaryExpression Of(Type type, string method, Type list, params Expression[] values)
    {
        var item = TypeShape.ItemTypeOf(list)!;
        var made = Expression.Call(type, method, [item], values);
        return Expression.Convert(list.IsAssignableFrom(typeof(List<>).MakeGenericType(item)) ? made : Expression.Call(made, nameof(List<>.ToArray), null), list);
    }

    private static List<T> Parents<T>(object?[] parents) => [.. parents.Cast<T>()];

    private static List<T> Repeated<T>(object? value, object?[] parents) =>
        [.. Enumerable.Repeat(ReferenceEquals(value, Missing.Value) ? default! : (T)value!, parents.Length)];
}
