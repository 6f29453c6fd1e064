using System.Collections.Immutable;
using System.Reflection;
using Investr.GraphQL.Types.Binding;
using Investr.GraphQL.Types.Ids;

namespace Investr.GraphQL.Types.Inputs;

/// <summary>Turns what the executor coerced into what the CLR member asks for: decodes ids, applies converters, fills the right collection.</summary>
internal sealed class InputConversions(BindingContext context)
{
    /// <summary>The conversion of an argument; null where the coerced value is what is asked for.</summary>
    public Func<object?, object?>? Of(Type target, GraphQLType type, GlobalId? id)
    {
        if (target.IsGenericType && target.GetGenericTypeDefinition() == typeof(Optional<>))
            return Make(nameof(Optional), target.GetGenericArguments()[0], Of(target.GetGenericArguments()[0], type, id));

        if (type.Nullable is ListType list) return List(target, list, id);

        var plain = Nullable.GetUnderlyingType(target) ?? target;
        if (id is not null) return NullOr(value => Decode(id, (string)value));
        return type.Named is ScalarType scalar && context.Converters.Find(scalar.RuntimeType, plain) is { } convert
            ? NullOr(value => Guarded(convert, value, scalar))
            : null;
    }

    private Func<object?, object?> List(Type target, ListType type, GlobalId? id)
    {
        var item = TypeShape.ItemTypeOf(target)
            ?? throw new NotSupportedException($"{target.Name} cannot hold a list: it takes an array, a List or one of their interfaces");
        var fill = Make(nameof(Array), item, Of(item, type.OfType, id));
        if (target.IsAssignableFrom(item.MakeArrayType())) return fill;
        if (target.GetGenericTypeDefinition() == typeof(ImmutableArray<>)) return NullOr(Make(nameof(Immutable), item, fill));

        var concrete = target.IsInterface ? typeof(HashSet<>).MakeGenericType(item) : target;
        var constructor = target.IsAssignableFrom(concrete) ? concrete.GetConstructor([typeof(IEnumerable<>).MakeGenericType(item)]) : null;
        if (constructor is null) throw new NotSupportedException($"{target.Name} cannot be made from a list");

        var make = ConstructorInvoker.Create(constructor);
        return NullOr(values => make.Invoke(fill(values)));
    }

    private object? Decode(GlobalId id, string text)
    {
        if (id.Parse(text) is { } read) return read;
        if (context.Options.UnreadableIdsAreAbsent) return id.Absent;

        var ofType = id.TypeName is { } name ? $" for {name}" : "";
        throw new GraphQLException(new GraphQLError($"The ID \"{text}\" is not valid{ofType}.") { Code = ErrorCodes.InvalidValue });
    }

    private static object? Guarded(Func<object, object?> convert, object value, ScalarType scalar)
    {
        try
        {
            return convert(value);
        }
        catch (Exception reason) when (reason is FormatException or ArgumentException or OverflowException)
        {
            throw new GraphQLException(new GraphQLError($"{scalar.Name} cannot represent value: {LiteralText.OfValue(value)}")
            {
                Code = ErrorCodes.InvalidValue,
                Exception = reason,
            });
        }
    }

    private static Func<object?, object?> NullOr(Func<object, object?> convert) => value => value is null ? null : convert(value);

    private static Func<object?, object?> Make(string name, Type item, Func<object?, object?>? convert) => typeof(InputConversions)
        .GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!
        .MakeGenericMethod(item)
        .CreateDelegate<Func<Func<object?, object?>?, Func<object?, object?>>>()(convert);

    private static Func<object?, object?> Optional<T>(Func<object?, object?>? convert) =>
        value => new Optional<T>((T?)(convert is null ? value : convert(value)), HasValue: true);

    private static Func<object?, object?> Array<T>(Func<object?, object?>? convert) => value => value switch
    {
        null => null,
        object?[] items => System.Array.ConvertAll(items, item => (T)(convert is null ? item : convert(item))!),
        _ => throw new InvalidOperationException("A list is coerced to an array of objects."),
    };

    private static Func<object?, object?> Immutable<T>(Func<object?, object?>? fill) =>
        value => ImmutableArray.Create((T[])fill!(value)!);
}
