using System.Linq.Expressions;
using System.Reflection;

namespace Investr.GraphQL.Types.Inputs;

/// <summary>Makes an input class's value from its coerced fields; compiled when the first value is made.</summary>
internal sealed class InputFactory(ConstructorInfo? constructor, IReadOnlyList<InputMember> members)
{
    private Func<object?[], object>? _compiled;

    public object Create(object?[] fields) => (_compiled ??= Compile())(fields);

    private Func<object?[], object> Compile()
    {
        var fields = Expression.Parameter(typeof(object?[]), "fields");
        var type = constructor?.DeclaringType ?? members[0].Property!.DeclaringType!;
        var made = Expression.Variable(type, "made");
        var arguments = (constructor?.GetParameters() ?? []).Select(parameter => Argument(parameter, fields));
        var construct = constructor is null ? Expression.New(type) : Expression.New(constructor, arguments);
        var settings = members.Index()
            .Where(member => member.Item.Parameter is null)
            .Select(member => Set(made, member.Item.Property!, fields, member.Index));
        var body = Expression.Block([made], [Expression.Assign(made, construct), .. settings, Expression.Convert(made, typeof(object))]);
        return Expression.Lambda<Func<object?[], object>>(body, fields).Compile();
    }

    private Expression Argument(ParameterInfo parameter, ParameterExpression fields)
    {
        var fallback = Expression.Constant(InputBinder.DefaultOf(parameter), parameter.ParameterType);

        // By position, because reflection may hand out the same parameter as two objects where two threads ask for the first time.
        var place = members.Index().FirstOrDefault(member => member.Item.Parameter?.Position == parameter.Position, (-1, null!)).Index;
        return place < 0
            ? fallback
            : Expression.Condition(IsMissing(fields, place), fallback, Value(fields, place, parameter.ParameterType));
    }

    // A property that is left out keeps what its initializer gave it.
    private static ConditionalExpression Set(ParameterExpression made, PropertyInfo property, ParameterExpression fields, int place) =>
        Expression.IfThen(
            Expression.Not(IsMissing(fields, place)),
            Expression.Assign(Expression.Property(made, property), Value(fields, place, property.PropertyType)));

    private static BinaryExpression IsMissing(ParameterExpression fields, int place) =>
        Expression.ReferenceEqual(
            Expression.ArrayIndex(fields, Expression.Constant(place)), Expression.Constant(Missing.Value, typeof(object)));

    private static UnaryExpression Value(ParameterExpression fields, int place, Type type) =>
        Expression.Convert(Expression.ArrayIndex(fields, Expression.Constant(place)), type);
}
