using System.Linq.Expressions;

namespace Investr.GraphQL;

/// <summary>Says what the object type made from <typeparamref name="T"/> is.</summary>
public interface IObjectTypeDescriptor<T>
{
    /// <summary>The name in the schema.</summary>
    IObjectTypeDescriptor<T> Name(string name);

    /// <summary>What it means, for the API's users.</summary>
    IObjectTypeDescriptor<T> Description(string? description);

    /// <summary>Whoever asks for a field must be signed in and, where roles are named, be in one of them.</summary>
    IObjectTypeDescriptor<T> Authorize(params string[] roles);

    /// <summary>A name that tools find it by.</summary>
    IObjectTypeDescriptor<T> Tag(string name);

    /// <summary>Only the members that <see cref="Field(Expression{Func{T, object}})"/> names become fields.</summary>
    IObjectTypeDescriptor<T> BindFieldsExplicitly();

    /// <summary>The member is no field.</summary>
    IObjectTypeDescriptor<T> Ignore(Expression<Func<T, object?>> member);

    /// <summary>The field of a property, or of a method of the CLR type.</summary>
    IObjectFieldDescriptor Field(Expression<Func<T, object?>> member);

    /// <summary>A field that a method of another class resolves, which may take what every resolver may.</summary>
    IObjectFieldDescriptor Field<TResolver>(Expression<Func<TResolver, object?>> method);

    /// <summary>A field of a name, which needs a resolver.</summary>
    IObjectFieldDescriptor Field(string name);
}

/// <summary>Says what the interface made from <typeparamref name="T"/> is.</summary>
public interface IInterfaceTypeDescriptor<T>
{
    /// <summary>The name in the schema.</summary>
    IInterfaceTypeDescriptor<T> Name(string name);

    /// <summary>What it means, for the API's users.</summary>
    IInterfaceTypeDescriptor<T> Description(string? description);

    /// <summary>A name that tools find it by.</summary>
    IInterfaceTypeDescriptor<T> Tag(string name);

    /// <summary>Only the members that <see cref="Field"/> names become fields.</summary>
    IInterfaceTypeDescriptor<T> BindFieldsExplicitly();

    /// <summary>The member is no field.</summary>
    IInterfaceTypeDescriptor<T> Ignore(Expression<Func<T, object?>> member);

    /// <summary>The field of a property. Implementers resolve it.</summary>
    IObjectFieldDescriptor Field(Expression<Func<T, object?>> member);
}

/// <summary>Says what a union is.</summary>
public interface IUnionTypeDescriptor
{
    /// <summary>The name in the schema.</summary>
    IUnionTypeDescriptor Name(string name);

    /// <summary>What it means, for the API's users.</summary>
    IUnionTypeDescriptor Description(string? description);

    /// <summary>One of its members: the class of an object type, or its CLR type.</summary>
    IUnionTypeDescriptor Type<TMember>();
}

/// <summary>Says what the input object made from <typeparamref name="T"/> is.</summary>
public interface IInputObjectTypeDescriptor<T>
{
    /// <summary>The name in the schema.</summary>
    IInputObjectTypeDescriptor<T> Name(string name);

    /// <summary>What it means, for the API's users.</summary>
    IInputObjectTypeDescriptor<T> Description(string? description);

    /// <summary>Exactly one of its fields, which may all be null, must be given.</summary>
    IInputObjectTypeDescriptor<T> OneOf();

    /// <summary>Only the properties that <see cref="Field"/> names become fields.</summary>
    IInputObjectTypeDescriptor<T> BindFieldsExplicitly();

    /// <summary>The property is no field.</summary>
    IInputObjectTypeDescriptor<T> Ignore(Expression<Func<T, object?>> property);

    /// <summary>The field of a property.</summary>
    IArgumentDescriptor Field(Expression<Func<T, object?>> property);
}

/// <summary>Says what an argument or an input field is.</summary>
public interface IArgumentDescriptor
{
    /// <summary>The name in the schema; of an input field.</summary>
    IArgumentDescriptor Name(string name);

    /// <summary>What it means, for the API's users.</summary>
    IArgumentDescriptor Description(string? description);

    /// <summary>It should not be used any more: why, and what to use instead.</summary>
    IArgumentDescriptor Deprecated(string reason);

    /// <summary>The type in the schema's language, such as <c>[CurrencyCode!]!</c>.</summary>
    IArgumentDescriptor Type(string type);

    /// <summary>The type: the class of a scalar or of a described type, or a CLR type, which the value then is of.</summary>
    IArgumentDescriptor Type<TType>();

    /// <summary>What it is where it is left out.</summary>
    IArgumentDescriptor DefaultValue(object value);
}

/// <summary>Says what the enum made from <typeparamref name="T"/> is.</summary>
public interface IEnumTypeDescriptor<T> where T : struct, Enum
{
    /// <summary>The name in the schema.</summary>
    IEnumTypeDescriptor<T> Name(string name);

    /// <summary>What it means, for the API's users.</summary>
    IEnumTypeDescriptor<T> Description(string? description);

    /// <summary>Only the values that <see cref="Value"/> names are in the schema.</summary>
    IEnumTypeDescriptor<T> BindValuesExplicitly();

    /// <summary>One of its values.</summary>
    IEnumValueDescriptor Value(T value);
}

/// <summary>Says what a value of an enum is.</summary>
public interface IEnumValueDescriptor
{
    /// <summary>The name in the schema.</summary>
    IEnumValueDescriptor Name(string name);

    /// <summary>What it means, for the API's users.</summary>
    IEnumValueDescriptor Description(string? description);

    /// <summary>It should not be used any more: why, and what to use instead.</summary>
    IEnumValueDescriptor Deprecated(string reason);

    /// <summary>It is not in the schema.</summary>
    IEnumValueDescriptor Ignore();
}
