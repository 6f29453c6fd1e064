using System.Security.Claims;
using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL;

/// <summary>What a resolver may ask about the field it answers. A resolver that takes none of it costs less.</summary>
public interface IResolverContext
{
    /// <summary>The schema.</summary>
    Schema Schema { get; }

    /// <summary>The field's definition.</summary>
    FieldDefinition Field { get; }

    /// <summary>The name under which the response answers.</summary>
    string ResponseName { get; }

    /// <summary>The field's place in the response.</summary>
    FieldPath Path { get; }

    /// <summary>The request's services.</summary>
    IServiceProvider Services { get; }

    /// <summary>The caller; null where nobody is known.</summary>
    ClaimsPrincipal? User { get; }

    /// <summary>Ends when the client goes, or the time is up.</summary>
    CancellationToken RequestAborted { get; }

    /// <summary>The request's own state, shared by all of its fields.</summary>
    IDictionary<string, object?> ContextData { get; }

    /// <summary>The object that the field belongs to.</summary>
    T Parent<T>();

    /// <summary>An argument's value.</summary>
    /// <exception cref="ArgumentException">The field has no such argument.</exception>
    T ArgumentValue<T>(string name);

    /// <summary>An argument's value, told from one that was left out.</summary>
    /// <exception cref="ArgumentException">The field has no such argument.</exception>
    Optional<T> ArgumentOptional<T>(string name);

    /// <summary>An argument as the document has it: its literal, or the use of a variable; null where it was left out.</summary>
    /// <exception cref="ArgumentException">The field has no such argument.</exception>
    ValueNode? ArgumentLiteral(string name);

    /// <summary>A service of the request.</summary>
    T Service<T>() where T : notnull;

    /// <summary>A loader of the request.</summary>
    T DataLoader<T>() where T : notnull;

    /// <summary>The field as the operation asks for it.</summary>
    ISelection Selection { get; }

    /// <summary>What is asked of the field's value, where that is of the type.</summary>
    IReadOnlyList<ISelection> GetSelections(ObjectType type);

    /// <summary>What is asked of the field's value: of an abstract type, by each of the object types that it may be.</summary>
    IReadOnlyList<ISelection> Select();

    /// <summary>What is asked of a field of the field's value.</summary>
    IReadOnlyList<ISelection> Select(string fieldName);

    /// <summary>Whether a field of the value is asked for, directly or through fragments.</summary>
    bool IsSelected(string fieldName);

    /// <summary>Adds an error to the response and goes on.</summary>
    void ReportError(IError error);
}

/// <summary>A field's place in the response: names and list indexes from the root down.</summary>
public sealed record FieldPath(FieldPath? Parent, string? Name, int Index)
{
    /// <summary>The path as names and indexes from the root down.</summary>
    public IReadOnlyList<object> ToList()
    {
        var segments = new List<object>();
        for (var at = this; at is not null; at = at.Parent) segments.Add(at.Name is { } name ? name : at.Index);
        segments.Reverse();
        return segments;
    }
}
