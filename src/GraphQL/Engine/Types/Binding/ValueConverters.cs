using System.Globalization;

namespace Investr.GraphQL.Types.Binding;

/// <summary>How values become others on their way in and out, by registered converters and the obvious ones between numbers and times.</summary>
internal sealed class ValueConverters(IReadOnlyDictionary<(Type From, Type To), Delegate> registered)
{
    /// <summary>The registered converter of two types; null where there is none.</summary>
    public Delegate? Registered(Type from, Type to) => registered.GetValueOrDefault((from, to));

    /// <summary>Turns a value that is never null into another type; null where it needs no turning.</summary>
    /// <exception cref="NotSupportedException">Nothing is known to do it.</exception>
    public Func<object, object?>? Find(Type from, Type to)
    {
        if (to.IsAssignableFrom(from)) return null;
        if (Registered(from, to) is { } given) return Boxed(given, from, to);
        if (to == typeof(string)) return value => Convert.ToString(value, CultureInfo.InvariantCulture);
        if (from == typeof(DateTimeOffset) && to == typeof(DateTime)) return value => ((DateTimeOffset)value).UtcDateTime;
        if (IsNumber(from) && IsNumber(to)) return value => Convert.ChangeType(value, to, CultureInfo.InvariantCulture);
        throw new NotSupportedException($"a {from.Name} cannot be turned into a {to.Name}: add a type converter");
    }

    private static bool IsNumber(Type type) => Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal && !type.IsEnum;

    private static Func<object, object?> Boxed(Delegate convert, Type from, Type to) => typeof(ValueConverters)
        .GetMethod(nameof(BoxedOf), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
        .MakeGenericMethod(from, to)
        .CreateDelegate<Func<Delegate, Func<object, object?>>>()(convert);

    private static Func<object, object?> BoxedOf<TFrom, TTo>(Delegate convert)
    {
        var typed = (Func<TFrom, TTo>)convert;
        return value => typed((TFrom)value);
    }
}
