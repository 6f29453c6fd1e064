namespace Investr.GraphQL;

/// <summary>One step on the way to a field's value: it works before and after what comes next, changes the result, or answers itself.</summary>
public delegate ValueTask FieldDelegate(IMiddlewareContext context);

/// <summary>Puts a step in front of the next one. Called once, when the schema is made.</summary>
public delegate FieldDelegate FieldMiddleware(FieldDelegate next);

/// <summary>What field middleware works on: the field that is answered, and its result.</summary>
/// <remarks>It belongs to one field of one object and may be kept across awaits.</remarks>
public interface IMiddlewareContext : IResolverContext
{
    /// <summary>The field's value as the resolver found it, or as a step has put it; null before that.</summary>
    object? Result { get; set; }

    /// <summary>Whether there is a result already, null or not.</summary>
    bool IsResultModified { get; }

    /// <summary>Calls the field's resolver, whatever steps come next. The result stays as it is.</summary>
    /// <exception cref="InvalidCastException">The value is another type's.</exception>
    ValueTask<T> ResolveAsync<T>();

    /// <summary>Gives an argument another value, for the steps to come and the resolver. The former value is given back.</summary>
    /// <exception cref="ArgumentException">The field has no such argument.</exception>
    object? ReplaceArgument(string name, object? value);
}
