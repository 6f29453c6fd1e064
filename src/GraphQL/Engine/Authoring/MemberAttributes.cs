namespace Investr.GraphQL;

/// <summary>The name in the schema, where it is not the one that the naming rules give.</summary>
[AttributeUsage(AttributeTargets.All)]
public class GraphQLNameAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}

/// <summary>The description in the schema, where the XML summary is not it.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLDescriptionAttribute(string description) : Attribute
{
    /// <summary>The description, Markdown.</summary>
    public string Description { get; } = description;
}

/// <summary>The member is not in the schema.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLIgnoreAttribute : Attribute;

/// <summary>The member should not be used any more.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLDeprecatedAttribute(string reason) : Attribute
{
    /// <summary>What to use instead, and why.</summary>
    public string Reason { get; } = reason;
}

/// <summary>A name that tools find the element by, such as those that cut a part out of the schema: <c>@tag(name:)</c>.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
public sealed class TagAttribute(string name) : Attribute
{
    /// <summary>The tag.</summary>
    public string Name { get; } = name;
}

/// <summary>The parameter is the object that the field belongs to.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentAttribute(params string[] requires) : Attribute
{
    /// <summary>The properties that the resolver takes of it, for <see cref="UseProjectionAttribute"/>; none where it takes all.</summary>
    public IReadOnlyList<string> Requires { get; } = requires;
}

/// <summary>The parameter is a service of the request. Registered types need no attribute.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceAttribute : Attribute;

/// <summary>The parameter is an argument, even though its type is a registered service.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ArgumentAttribute : Attribute;

/// <summary>The resolver answers for all siblings at once: <c>static List&lt;R&gt; GetX([Parent] List&lt;P&gt; parents, …)</c>, with a result
/// for each parent, at its place.</summary>
/// <remarks>An argument is a list too, of one value for each parent (always the same), or that value itself; one that is itself a list has
/// [Argument]. The method may give a task of the list. What it throws is an error of each field.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BatchResolverAttribute : Attribute;

/// <summary>The resolver answers in place of a member of the CLR type.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BindMemberAttribute(string name) : Attribute
{
    /// <summary>The member's name.</summary>
    public string Name { get; } = name;
}

/// <summary>The resolver answers the field of that name, in place of a member that would.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BindFieldAttribute(string name) : GraphQLNameAttribute(name);

/// <summary>The value is a global id: as output <c>ID</c> with the type's name in it, as input decoded, and refused where it is another type's.</summary>
/// <remarks>A malformed or foreign id is an input fault like any other: on a root query it reads as an id that does not exist.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Method)]
public sealed class IDAttribute(string? typeName = null) : Attribute
{
    /// <summary>The name of the type it identifies; null for the type that declares the member.</summary>
    public string? TypeName { get; } = typeName;
}

/// <summary>The default of an argument or input field, as a literal of the schema's language.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class DefaultValueSyntaxAttribute(string literal) : Attribute
{
    /// <summary>The literal, such as <c>"USD"</c> with its quotation marks, or <c>DAY</c>.</summary>
    public string Literal { get; } = literal;
}

/// <summary>The caller must be signed in and, where roles or a policy are named, be in one of the roles and meet the policy. On a class: for each of its fields.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true)]
public sealed class AuthorizeAttribute : Attribute
{
    /// <summary>A policy of ASP.NET Core's authorization.</summary>
    public string? Policy { get; init; }

    /// <summary>Roles of which one is enough.</summary>
    public string[] Roles { get; init; } = [];
}

/// <summary>Takes back what an [Authorize] on the class asks for.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Property)]
public sealed class AllowAnonymousAttribute : Attribute;

/// <summary>An error that the mutation tells in its payload: an exception that it throws, or what a <see cref="IPayloadErrors"/> exception carries.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ErrorAttribute<T> : Attribute, IErrorAttribute
{
    Type IErrorAttribute.ErrorType => typeof(T);
}

/// <summary>The type that an [Error] names.</summary>
internal interface IErrorAttribute
{
    Type ErrorType { get; }
}

/// <summary>An exception that carries errors as objects: each one whose type an <see cref="ErrorAttribute{T}"/> of the mutation names goes to the payload's errors.</summary>
public interface IPayloadErrors
{
    /// <summary>The errors, one at least.</summary>
    IReadOnlyList<object> PayloadErrors { get; }
}

/// <summary>How a mutation's payload is made, where the conventions do not give it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UseMutationConventionAttribute : Attribute
{
    /// <summary>The payload's field for the result; its type's name where it is null.</summary>
    public string? PayloadFieldName { get; init; }

    /// <summary>Whether the result's public properties are the payload's fields, rather than the result being one field.</summary>
    public bool SpreadResult { get; init; }

    /// <summary>Whether the mutation is a plain field.</summary>
    public bool Disable { get; init; }
}

/// <summary>The topic whose events the field answers, where it is not called as the method; places such as <c>{id}</c> are filled with the field's
/// arguments.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TopicAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}

/// <summary>The field answers a stream of events: those of a <see cref="TopicAttribute">topic</see>, unless <see cref="With"/> names another.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SubscribeAttribute : Attribute
{
    /// <summary>The method of the same class that opens the stream, an <see cref="IAsyncEnumerable{T}"/>; it takes the field's arguments and services.</summary>
    public string? With { get; init; }
}

/// <summary>Every caller gets the same answer: it depends on the parent, the arguments and the event alone, whatever services find it.</summary>
/// <remarks>
/// On a subscription's field it says too that an event does not change once it was sent. Subscribers that ask for the same with the same
/// variables then share one answer to each event, as long as all that is selected is the same for all: properties and methods of the
/// parent and of arguments are; what needs a service, the user or the context is where it has this attribute; what has [Authorize] is not.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SameForAllAttribute : Attribute;

/// <summary>The parameter is the event that the field answers.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class EventMessageAttribute : Attribute;
