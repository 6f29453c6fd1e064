using System.Linq.Expressions;

namespace Investr.GraphQL;

/// <summary>What descriptors may ask while the schema is made.</summary>
public interface IDescriptorContext
{
    /// <summary>The application's services.</summary>
    IServiceProvider Services { get; }

    /// <summary>How the schema is made.</summary>
    SchemaOptions Options { get; }
}

/// <summary>Says what a field is. Attributes say the same: what is said last holds, and middleware adds up, the first outermost.</summary>
public interface IObjectFieldDescriptor
{
    /// <summary>The name in the schema.</summary>
    IObjectFieldDescriptor Name(string name);

    /// <summary>What it means, for the API's users.</summary>
    IObjectFieldDescriptor Description(string? description);

    /// <summary>It should not be used any more: why, and what to use instead.</summary>
    IObjectFieldDescriptor Deprecated(string reason);

    /// <summary>The type in the schema's language, such as <c>[CurrencyCode!]!</c>.</summary>
    IObjectFieldDescriptor Type(string type);

    /// <summary>The type: the class of a scalar or of a described type, such as <c>NonNullType&lt;StringType&gt;</c>, or a CLR type.</summary>
    IObjectFieldDescriptor Type<TType>();

    /// <summary>One of its arguments: a parameter's, or one that the resolver reads from its context.</summary>
    IObjectFieldDescriptor Argument(string name, Action<IArgumentDescriptor> describe);

    /// <summary>Resolves it; where <typeparamref name="TResult"/> is a task, later.</summary>
    IObjectFieldDescriptor Resolve<TResult>(Func<IResolverContext, TResult> resolve);

    /// <summary>A method resolves it, which may take what every resolver may.</summary>
    IObjectFieldDescriptor ResolveWith<TResolver>(Expression<Func<TResolver, object?>> method);

    /// <summary>It is no field.</summary>
    IObjectFieldDescriptor Ignore(bool ignore = true);

    /// <summary>The caller must be signed in and, where roles are named, be in one of them.</summary>
    IObjectFieldDescriptor Authorize(params string[] roles);

    /// <summary>What it costs.</summary>
    IObjectFieldDescriptor Cost(double weight);

    /// <summary>A name that tools find it by.</summary>
    IObjectFieldDescriptor Tag(string name);

    /// <summary>Puts a step around the resolver.</summary>
    IObjectFieldDescriptor Use(FieldMiddleware middleware);

    /// <summary>Puts a class around the resolver: its constructor takes the next <see cref="FieldDelegate"/> and services of the application, its
    /// <c>InvokeAsync</c> an <see cref="IMiddlewareContext"/> and services of the request.</summary>
    IObjectFieldDescriptor Use<TMiddleware>() where TMiddleware : class;

    /// <summary>Puts a class around the resolver that is made with the application's services and the next step.</summary>
    IObjectFieldDescriptor Use<TMiddleware>(Func<IServiceProvider, FieldDelegate, TMiddleware> make) where TMiddleware : class;

    /// <summary>The list is a connection, as with <see cref="UsePagingAttribute"/>.</summary>
    IObjectFieldDescriptor UsePaging(PagingOptions? options = null);

    /// <summary>No more is read than what is selected, as with <see cref="UseProjectionAttribute"/>.</summary>
    IObjectFieldDescriptor UseProjection();

    /// <summary>The first item is the value, as with <see cref="UseFirstOrDefaultAttribute"/>.</summary>
    IObjectFieldDescriptor UseFirstOrDefault();

    /// <summary>The only item is the value, as with <see cref="UseSingleOrDefaultAttribute"/>.</summary>
    IObjectFieldDescriptor UseSingleOrDefault();

    /// <summary>The list takes a <c>where</c>, as with <see cref="UseFilteringAttribute"/>.</summary>
    IObjectFieldDescriptor UseFiltering(FilteringOptions? options = null);

    /// <summary>The list takes an <c>order</c>, as with <see cref="UseSortingAttribute"/>.</summary>
    IObjectFieldDescriptor UseSorting(SortingOptions? options = null);
}
