using System.Reflection;
using Investr.GraphQL.Types.Binding;

namespace Investr.GraphQL.Types.Resolvers;

/// <summary>Chooses the cheapest resolver for a value that only needs its parent: a property, or a static method of one.</summary>
internal static class LeafResolvers
{
    /// <summary>A resolver over a getter: one that writes at once for a leaf, one that gives the value for anything else.</summary>
    public static FieldResolver Of(BindingContext context, Type parent, MethodInfo getter, TypeShape shape, OutputType output)
    {
        var value = getter.ReturnType;
        if (shape.Item is not null || output.Type.Named is CompositeType) return Value(parent, getter, output.Convert);

        var resolver = (Nullable.GetUnderlyingType(value) is not null, value.IsValueType) switch
        {
            (true, _) => typeof(NullableGetterLeafResolver<,>),
            (_, true) => typeof(StructGetterLeafResolver<,>),
            _ => typeof(GetterLeafResolver<,>),
        };
        return (FieldResolver)Activator.CreateInstance(
            resolver.MakeGenericType(parent, shape.Type), Getter(parent, getter), Writer(context, shape.Type, output))!;
    }

    /// <summary>A resolver over a getter that gives the value, whatever it is.</summary>
    public static FieldResolver Value(Type parent, MethodInfo getter, Func<object?, object?>? convert)
    {
        var resolver = typeof(GetterValueResolver<,>).MakeGenericType(parent, getter.ReturnType);
        return (FieldResolver)Activator.CreateInstance(resolver, Getter(parent, getter), convert)!;
    }

    private static object Getter(Type parent, MethodInfo getter) =>
        typeof(Getters).GetMethod(nameof(Getters.Of))!.MakeGenericMethod(parent, getter.ReturnType).Invoke(null, [getter])!;

    private static object Writer(BindingContext context, Type type, OutputType output)
    {
        if (output.Id is { } id) return Make(typeof(IdWriter<>), [type], id);
        if (output.Type.Named is EnumType named)
        {
            return named.RuntimeType == type
                ? Make(typeof(EnumWriter<>), [type], named)
                : throw new NotSupportedException($"a {type.Name} is no {named.Name}");
        }

        var scalar = (ScalarType)output.Type.Named;
        if (context.Converters.Registered(type, scalar.RuntimeType) is { } convert)
            return Make(typeof(ConvertedScalarWriter<,>), [type, scalar.RuntimeType], scalar, convert);

        return typeof(ScalarType<>).MakeGenericType(type).IsInstanceOfType(scalar)
            ? Make(typeof(ScalarWriter<>), [type], scalar)
            : Make(typeof(NearScalarWriter<>), [type], scalar);
    }

    private static object Make(Type writer, Type[] arguments, params object[] values) =>
        Activator.CreateInstance(writer.MakeGenericType(arguments), values)!;
}
