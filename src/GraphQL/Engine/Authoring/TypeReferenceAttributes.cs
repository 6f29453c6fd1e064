using Investr.GraphQL.Descriptors;

namespace Investr.GraphQL;

/// <summary>The type in the schema, where the CLR type does not tell: in its own language (<c>[CurrencyCode!]!</c>), or by a class.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Method)]
public sealed class GraphQLTypeAttribute : Attribute, ITypeReferenceAttribute
{
    private readonly TypeReference _reference;

    /// <summary>The type as written in the schema.</summary>
    public GraphQLTypeAttribute(string type) => _reference = new(type, null);

    /// <summary>The class of a scalar or of a described type, such as <c>typeof(NonNullType&lt;UuidType&gt;)</c>, or a CLR type.</summary>
    public GraphQLTypeAttribute(Type type) => _reference = new(null, type);

    TypeReference ITypeReferenceAttribute.Reference => _reference;
}

/// <summary>The type in the schema, where the CLR type does not tell: the class of a scalar or of a described type, such as
/// <c>NonNullType&lt;UuidType&gt;</c>, or a CLR type.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Method)]
public sealed class GraphQLTypeAttribute<T> : Attribute, ITypeReferenceAttribute
{
    TypeReference ITypeReferenceAttribute.Reference => new(null, typeof(T));
}

/// <summary>The value is never null, whatever the CLR type says: for code without the compiler's annotations.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Method)]
public sealed class GraphQLNonNullTypeAttribute : Attribute;
