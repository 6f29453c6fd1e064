using Investr.GraphQL.Types.Binding;

namespace Investr.GraphQL.Types;

/// <summary>A class that describes a type by code. Added as a type, and named where a type is asked for.</summary>
public abstract class TypeDescription
{
    private protected TypeDescription()
    {
    }

    /// <summary>The CLR type of the values.</summary>
    internal abstract Type Target { get; }

    /// <summary>Says what the type is.</summary>
    internal abstract void Describe(BindingContext context);

    /// <summary>The CLR type that a class describes; null where it is no such class.</summary>
    internal static Type? TargetOf(Type type)
    {
        for (var at = type; typeof(TypeDescription).IsAssignableFrom(at) && at != typeof(TypeDescription); at = at.BaseType!)
        {
            if (at.BaseType == typeof(TypeDescription)) return at.GetGenericArguments()[0];
        }

        return null;
    }
}

/// <summary>Describes the object type made from <typeparamref name="T"/>.</summary>
/// <remarks>Attributes of the class and of <typeparamref name="T"/> say the same as with [ObjectType&lt;T&gt;]; what the descriptor says
/// comes after them. Its public properties are fields, unless <see cref="IObjectTypeDescriptor{T}.BindFieldsExplicitly"/> is called.</remarks>
public abstract class ObjectType<T> : TypeDescription
{
    internal sealed override Type Target => typeof(T);

    /// <summary>Says what the type is.</summary>
    protected virtual void Configure(IObjectTypeDescriptor<T> descriptor)
    {
    }

    internal sealed override void Describe(BindingContext context) => context.Descriptions.DescribeObject<T>(GetType(), Configure);
}

/// <summary>Describes the interface made from <typeparamref name="T"/>, which every object type implements whose CLR type does.</summary>
public abstract class InterfaceType<T> : TypeDescription
{
    internal sealed override Type Target => typeof(T);

    /// <summary>Says what the type is.</summary>
    protected virtual void Configure(IInterfaceTypeDescriptor<T> descriptor)
    {
    }

    internal sealed override void Describe(BindingContext context) => context.Descriptions.DescribeObject<T>(GetType(), Configure);
}

/// <summary>Describes a union of the object types that its descriptor names or, where it names none, of those whose CLR type is a
/// <typeparamref name="T"/>.</summary>
/// <remarks>Members whose CLR type is <typeparamref name="T"/> are of this type. Where that is <see cref="object"/>, [GraphQLType] says which are.</remarks>
public abstract class UnionType<T> : TypeDescription
{
    internal sealed override Type Target => typeof(T);

    /// <summary>Says what the type is.</summary>
    protected virtual void Configure(IUnionTypeDescriptor descriptor)
    {
    }

    internal sealed override void Describe(BindingContext context) => context.Descriptions.DescribeUnion(GetType(), typeof(T), Configure);
}

/// <summary>Describes the input object made from <typeparamref name="T"/>.</summary>
public abstract class InputObjectType<T> : TypeDescription
{
    internal sealed override Type Target => typeof(T);

    /// <summary>Says what the type is.</summary>
    protected virtual void Configure(IInputObjectTypeDescriptor<T> descriptor)
    {
    }

    internal sealed override void Describe(BindingContext context) => context.Descriptions.DescribeInput<T>(Configure);
}

/// <summary>Describes the enum made from <typeparamref name="T"/>.</summary>
public abstract class EnumType<T> : TypeDescription where T : struct, Enum
{
    internal sealed override Type Target => typeof(T);

    /// <summary>Says what the type is.</summary>
    protected virtual void Configure(IEnumTypeDescriptor<T> descriptor)
    {
    }

    internal sealed override void Describe(BindingContext context) => context.Descriptions.DescribeEnum<T>(Configure);
}

/// <summary>Names a type that is never null, where a class is asked for: <c>Type&lt;NonNullType&lt;StringType&gt;&gt;()</c>.</summary>
public abstract class NonNullType<T>
{
    private protected NonNullType()
    {
    }
}

/// <summary>Names a list, where a class is asked for.</summary>
public abstract class ListType<T>
{
    private protected ListType()
    {
    }
}
