using System.Collections;
using Investr.GraphQL.Caching;

namespace Investr.GraphQL.Types.Binding;

/// <summary>The named types of a schema in the making: one for each CLR type and use, and the ones that have no CLR type, by name.</summary>
internal sealed class TypeRegistry(BindingContext context)
{
    private readonly Dictionary<string, NamedType> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, NamedType> _outputs = [];
    private readonly Dictionary<Type, InputObjectType> _inputs = [];
    private readonly Dictionary<Type, EnumType> _enums = [];
    private readonly List<(UnionType Union, Type Type)> _unions = [];
    private readonly Queue<Action> _pending = [];

    public IEnumerable<NamedType> All => _byName.Values;

    public NamedType? Find(string name) => _byName.GetValueOrDefault(name) ?? Used(context.Scalars.FindByName(name));

    /// <summary>The object type already made from a CLR type, or from its nearest base.</summary>
    public IEnumerable<ObjectType> ObjectsOf(Type ancestor) =>
        _byName.Values.OfType<ObjectType>().Where(type => type.RuntimeType is { } runtime && ancestor.IsAssignableFrom(runtime));

    /// <summary>The type of values that are answered.</summary>
    public NamedType Output(Type type)
    {
        if (Leaf(type) is { } leaf) return leaf;
        if (context.Descriptions.UnionOfTarget(type) is { } union) return union;
        if (_outputs.TryGetValue(type, out var known)) return known;
        if (IsForeign(type) && !context.Annotated.Objects.Contains(type))
            throw new NotSupportedException(
                $"{type.Name} has no type in the schema: leave the member out with [GraphQLIgnore], or give it a [GraphQLType]");

        if (context.Annotated.Unions.Contains(type)) return Union(type);
        return context.Annotated.Interfaces.Contains(type) ? Interface(type) : Object(type, NameOf(type));
    }

    /// <summary>The object type made from a CLR type, under the name given where it is made now.</summary>
    public ObjectType Object(Type type, string name)
    {
        if (_outputs.TryGetValue(type, out var known)) return (ObjectType)known;

        var made = Add(new ObjectType(name, type) { Description = DescriptionOf(type) }, type.FullName ?? type.Name);
        _outputs[type] = made;
        _pending.Enqueue(() => context.Outputs.BindObject(made, type));
        return made;
    }

    /// <summary>The type of values that are given.</summary>
    public NamedType Input(Type type)
    {
        if (Leaf(type) is { } leaf) return leaf;
        if (_inputs.TryGetValue(type, out var known)) return known;
        if (type.IsInterface || type.IsAbstract || typeof(Delegate).IsAssignableFrom(type))
            throw new NotSupportedException(
                $"{type.Name} is no input: not a scalar, an enum or a class that can be made, nor a registered service");

        var (described, descriptor) = (context.Annotated.Inputs.GetValueOrDefault(type), context.Descriptions.FindInput(type));
        var name = descriptor?.GivenName ?? (described is null ? null : BindingContext.NameOf(described)) ?? TypeNames.Input(type);
        var description = descriptor?.GivenDescription ?? (described is null ? null : context.Describe(described)) ?? context.Describe(type);
        var made = Add(new InputObjectType(name, type) { Description = description }, type.FullName ?? type.Name);
        made.Directives = [.. Tags.Of(described is null ? [type] : [described, type])];
        made.IsOneOf = descriptor?.IsOneOf == true || type.IsDefined(typeof(OneOfAttribute), inherit: false);
        _inputs[type] = made;
        _pending.Enqueue(() => context.Inputs.Bind(made, type));
        return made;
    }

    /// <summary>The scalar or enum that a CLR type is; null where it is neither.</summary>
    public NamedType? Leaf(Type type)
    {
        if (context.Scalars.Find(type) is { } scalar) return Used(scalar);
        if (!type.IsEnum) return null;
        if (_enums.TryGetValue(type, out var known)) return known;

        return _enums[type] = Add(EnumBinder.Bind(context, type), type.FullName ?? type.Name);
    }

    /// <summary>A type of a name that has no CLR type of its own; made where it is not there yet.</summary>
    public T GetOrAdd<T>(string name, Func<T> make) where T : NamedType
    {
        if (_byName.TryGetValue(name, out var known))
            return known as T ?? throw new NotSupportedException($"{name} is another type's name already");

        return Add(make(), name);
    }

    /// <summary>Puts off work until the types that it reads are there.</summary>
    public void Later(Action bind) => _pending.Enqueue(bind);

    /// <summary>Does what was put off, and what that puts off.</summary>
    public void BindAll()
    {
        while (_pending.TryDequeue(out var bind)) bind();
    }

    /// <summary>The type that a reference in the schema's language names, such as <c>[CurrencyCode!]!</c>.</summary>
    public static GraphQLType Parse(string reference, Func<string, NamedType?> find)
    {
        var text = reference.Trim();
        if (text.EndsWith('!')) return new NonNullType(Parse(text[..^1], find));
        if (text is ['[', .. var item, ']']) return new ListType(Parse(item, find));

        return find(text) ?? throw new NotSupportedException($"there is no type {text}");
    }

    public string NameOf(Type type) => context.Descriptions.FindObject(type)?.GivenName
        ?? Definers(type).Select(BindingContext.NameOf).FirstOrDefault(name => name is not null) ?? TypeNames.Type(type);

    private string? DescriptionOf(Type type) => context.Descriptions.FindObject(type)?.GivenDescription
        ?? Definers(type).Select(context.Describe).FirstOrDefault(description => description is not null) ?? context.Describe(type);

    private AppliedDirective[] DirectivesOf(Type type) =>
    [
        .. Tags.Of(Definers(type).Append(type)),
        .. CacheControls.Of(context, Definers(type).Append(type)),
        .. context.Descriptions.FindObject(type)?.Directives ?? [],
    ];

    private IEnumerable<Type> Definers(Type type) =>
        context.Annotated.ExtensionsOf(type).Where(extension => extension.DefinesType).Select(extension => extension.Class);

    private InterfaceType Interface(Type type)
    {
        var made = Add(new InterfaceType(NameOf(type), type) { Description = DescriptionOf(type), Directives = DirectivesOf(type) }, type.FullName ?? type.Name);
        _outputs[type] = made;
        _pending.Enqueue(() => context.Outputs.BindInterface(made, type));
        return made;
    }

    private UnionType Union(Type type)
    {
        var made = Add(new UnionType(NameOf(type)) { Description = DescriptionOf(type), Directives = DirectivesOf(type) }, type.FullName ?? type.Name);
        _outputs[type] = made;
        AddUnion(made, type);
        return made;
    }

    // .NET's own types, dictionaries among them, are never meant to be shown member by member.
    private static bool IsForeign(Type type) => type.IsGenericParameter || type.IsByRefLike || typeof(Delegate).IsAssignableFrom(type)
        || typeof(FieldResult).IsAssignableFrom(type)
        || typeof(IEnumerable).IsAssignableFrom(type)
        || (type.Namespace is { } space && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal)) && !IsPair(type));

    private static bool IsPair(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    /// <summary>The unions made from CLR types, whose members are known once all object types are.</summary>
    public IReadOnlyList<(UnionType Union, Type Type)> Unions => _unions;

    /// <summary>A union has the object types as members whose CLR type is the one given.</summary>
    public void AddUnion(UnionType union, Type type) => _unions.Add((union, type));

    /// <summary>The scalar of a class.</summary>
    public ScalarType Scalar(Type type) => Used(context.Scalars.OfClass(type))!;

    private ScalarType? Used(ScalarType? scalar)
    {
        if (scalar is not null) _byName.TryAdd(scalar.Name, scalar);
        return scalar;
    }

    private T Add<T>(T type, string source) where T : NamedType
    {
        if (!_byName.TryAdd(type.Name, type))
            context.Faults.Add(new(type.Name, $"{source} and another type both have this name; give one of them a [GraphQLName]"));
        return type;
    }
}
