using System.Collections.Concurrent;

namespace Investr.GraphQL.Types;

/// <summary>§3.3 A schema: the types, the directives and the root operations. Immutable once built.</summary>
public sealed class Schema
{
    private readonly Dictionary<string, NamedType> _types;
    private readonly Dictionary<string, DirectiveDefinition> _directives;
    private readonly Dictionary<string, IReadOnlyList<ObjectType>> _possible = [];
    private readonly ConcurrentDictionary<(NamedType Abstract, Type Runtime), ObjectType?> _resolved = [];

    internal Schema(
        ObjectType? query,
        ObjectType? mutation,
        ObjectType? subscription,
        IReadOnlyList<NamedType> types,
        IReadOnlyList<DirectiveDefinition> directives,
        string? description = null)
    {
        (Query, Mutation, Subscription, Types, Directives, Description) = (query, mutation, subscription, types, directives, description);
        _types = types.ToDictionary(type => type.Name, StringComparer.Ordinal);
        _directives = directives.ToDictionary(directive => directive.Name, StringComparer.Ordinal);
        var objects = types.OfType<ObjectType>().ToArray();
        foreach (var type in types)
        {
            _possible[type.Name] = type switch
            {
                ObjectType self => [self],
                UnionType union => union.Members,
                InterfaceType face => [.. objects.Where(candidate => candidate.Interfaces.Contains(face))],
                _ => [],
            };
        }
    }

    /// <summary>The query root.</summary>
    public ObjectType? Query { get; }

    /// <summary>The mutation root; null where nothing can be written.</summary>
    public ObjectType? Mutation { get; }

    /// <summary>The subscription root; null where there are no events.</summary>
    public ObjectType? Subscription { get; }

    /// <summary>What the schema is for.</summary>
    public string? Description { get; }

    /// <summary>Every named type, the introspection types and used scalars included, in a stable order.</summary>
    public IReadOnlyList<NamedType> Types { get; }

    /// <summary>Every directive.</summary>
    public IReadOnlyList<DirectiveDefinition> Directives { get; }

    /// <summary>The type of a name; null where there is none.</summary>
    public NamedType? FindType(string name) => _types.GetValueOrDefault(name);

    /// <summary>The directive of a name; null where there is none.</summary>
    public DirectiveDefinition? FindDirective(string name) => _directives.GetValueOrDefault(name);

    /// <summary>§5.5.2.3 The object types that a value of a composite type can be.</summary>
    public IReadOnlyList<ObjectType> PossibleTypes(NamedType type) => _possible.GetValueOrDefault(type.Name, []);

    /// <summary>§6.4.3 The object type that a value of an abstract type is: the possible type made from the value's CLR type, or from its nearest base; null where there is none.</summary>
    public ObjectType? ResolveType(NamedType type, object value) => type as ObjectType
        ?? TypeNameOf?.Invoke(value) switch
        {
            { } name => PossibleTypes(type).FirstOrDefault(candidate => candidate.Name == name),
            null => ResolveByRuntimeType(type, value),
        };

    /// <summary>Where CLR types do not tell: the name of a value's object type, or null for those that they do tell of.</summary>
    internal Func<object, string?>? TypeNameOf { get; set; }

    private ObjectType? ResolveByRuntimeType(NamedType type, object value) =>
        _resolved.GetOrAdd((type, value.GetType()), static (key, schema) => schema.NearestType(key.Abstract, key.Runtime), this);

    private ObjectType? NearestType(NamedType type, Type runtimeType)
    {
        var possible = PossibleTypes(type);
        for (var at = runtimeType; at is not null; at = at.BaseType)
        {
            if (possible.FirstOrDefault(candidate => candidate.RuntimeType == at) is { } found) return found;
        }

        return possible.FirstOrDefault(candidate =>
            candidate.RuntimeType is { IsInterface: true } face && face.IsAssignableFrom(runtimeType));
    }
}
