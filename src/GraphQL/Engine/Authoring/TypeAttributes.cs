namespace Investr.GraphQL;

/// <summary>The methods of the class are fields of the query root. Any number of classes make up the root.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class QueryTypeAttribute : Attribute;

/// <summary>The methods of the class are fields of the mutation root. Any number of classes make up the root.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MutationTypeAttribute : Attribute;

/// <summary>The methods of the class are fields of the subscription root. Any number of classes make up the root.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SubscriptionTypeAttribute : Attribute;

/// <summary>On a class of values: it is an object type of the schema.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class ObjectTypeAttribute : Attribute;

/// <summary>On a static class: it describes the object type made from <typeparamref name="T"/>, and its methods are fields of it. Several classes may describe one type.</summary>
/// <remarks>Fields of the class come first, then the public properties of <typeparamref name="T"/>, unless <see cref="BindExplicitly"/> leaves those out that no <see cref="BindMemberAttribute"/> names.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ObjectTypeAttribute<T> : Attribute, IObjectTypeAttribute
{
    Type IObjectTypeAttribute.Target => typeof(T);

    bool IObjectTypeAttribute.DefinesType => true;

    /// <summary>Whether only the members named by <see cref="Include"/> become fields.</summary>
    public bool BindExplicitly { get; init; }

    /// <summary>The members of <typeparamref name="T"/> that become fields where <see cref="BindExplicitly"/> is set.</summary>
    public string[] Include { get; init; } = [];

    /// <summary>The members of <typeparamref name="T"/> that do not become fields.</summary>
    public string[] Ignore { get; init; } = [];
}

/// <summary>On a static class: its methods are further fields of the object type made from <typeparamref name="T"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExtendObjectTypeAttribute<T> : Attribute, IObjectTypeAttribute
{
    Type IObjectTypeAttribute.Target => typeof(T);

    bool IObjectTypeAttribute.DefinesType => false;

    bool IObjectTypeAttribute.BindExplicitly => false;

    string[] IObjectTypeAttribute.Include => [];

    string[] IObjectTypeAttribute.Ignore => IgnoreProperties;

    /// <summary>The members of <typeparamref name="T"/> that do not become fields.</summary>
    public string[] IgnoreProperties { get; init; } = [];
}

/// <summary>On a static class: its methods are further fields of the object type with that name.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExtendObjectTypeAttribute(string name) : Attribute
{
    /// <summary>The type's name in the schema.</summary>
    public string Name { get; } = name;
}

/// <summary>On a C# interface or abstract class: it is an interface of the schema, implemented by every object type whose CLR type implements it.</summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class)]
public sealed class InterfaceTypeAttribute : Attribute;

/// <summary>On a static class: it names and describes the interface made from <typeparamref name="T"/>, where that type cannot be annotated itself.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InterfaceTypeAttribute<T> : Attribute, IDescribingAttribute
{
    Type IDescribingAttribute.Target => typeof(T);
}

/// <summary>On a static class: it names and describes the input object made from <typeparamref name="T"/>, where that type cannot be annotated itself.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InputObjectTypeAttribute<T> : Attribute, IDescribingAttribute
{
    Type IDescribingAttribute.Target => typeof(T);
}

/// <summary>On a C# interface or abstract class: it is a union of the object types whose CLR type implements it.</summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class)]
public sealed class UnionTypeAttribute : Attribute;

/// <summary>On an input class whose properties are all nullable: exactly one of them must be given.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OneOfAttribute : Attribute;

/// <summary>The object type can be fetched by its global id: it implements Node.</summary>
/// <remarks>One static method of the class is its <see cref="NodeResolverAttribute"/>.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NodeAttribute : Attribute
{
    /// <summary>The property of the CLR type that is the id.</summary>
    public string IdField { get; init; } = "Id";
}

/// <summary>The method fetches a node by its id, its first parameter; null where there is none that the caller may see.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeResolverAttribute : Attribute;

/// <summary>What the generic attributes say of a CLR type, readable without knowing it.</summary>
internal interface IObjectTypeAttribute
{
    Type Target { get; }

    bool DefinesType { get; }

    bool BindExplicitly { get; }

    string[] Include { get; }

    string[] Ignore { get; }
}

/// <summary>Which CLR type a class names and describes, readable without knowing it.</summary>
internal interface IDescribingAttribute
{
    Type Target { get; }
}
