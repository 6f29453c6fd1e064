using System.Security.Claims;
using Investr.GraphQL.Execution.Planning;
using Investr.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Execution;

/// <summary>What a compiled resolver reads: one a request, filled anew before each call, so that no field costs an allocation.</summary>
/// <remarks>Code that outlives the call (an IResolverContext given to user code, field middleware) works on a copy: <see cref="ToContext"/>.</remarks>
internal abstract class ResolverFrame
{
    /// <summary>The object that the field belongs to; for a root field the root's own value, which may be null.</summary>
    public object? Parent { get; protected set; }

    /// <summary>The event that a subscription answers; null elsewhere.</summary>
    public object? Event { get; protected set; }

    /// <summary>The field's arguments in the order of its definition, as their CLR types; <see cref="Missing.Value"/> where one was left
    /// out and has no default.</summary>
    public object?[] Arguments { get; protected set; } = [];

    /// <summary>The field that is answered, as it is asked for; null outside an operation.</summary>
    public virtual FieldPlan? Plan => null;

    /// <summary>The request's services.</summary>
    public abstract IServiceProvider Services { get; }

    /// <summary>A service of the request; null where there is none.</summary>
    public virtual T? FindService<T>() where T : class => (T?)Services.GetService(typeof(T));

    /// <summary>A service of the request.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public T GetService<T>() where T : class => FindService<T>() ?? Services.GetRequiredService<T>();

    /// <summary>The caller.</summary>
    public abstract ClaimsPrincipal? User { get; }

    /// <summary>Ends when the client goes, or the time is up.</summary>
    public abstract CancellationToken RequestAborted { get; }

    /// <summary>The request's own state, shared by all of its fields.</summary>
    public abstract IDictionary<string, object?> ContextData { get; }

    /// <summary>The schema.</summary>
    public abstract Schema Schema { get; }

    /// <summary>A context of its own, for user code that asks for one.</summary>
    public abstract ResolverContext ToContext();
}
