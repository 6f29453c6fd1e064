namespace Investr.GraphQL.Types.Binding;

/// <summary>A static class that adds fields to a type, and how it treats the members of the CLR type.</summary>
internal sealed record Extension(
    Type Class, bool DefinesType, bool BindExplicitly, IReadOnlyList<string> Include, IReadOnlyList<string> Ignore);

/// <summary>The annotated classes by what they are.</summary>
internal sealed class AnnotatedTypes
{
    private static readonly HashSet<Type> Annotations =
    [
        typeof(QueryTypeAttribute), typeof(MutationTypeAttribute), typeof(SubscriptionTypeAttribute),
        typeof(ObjectTypeAttribute), typeof(ObjectTypeAttribute<>),
        typeof(ExtendObjectTypeAttribute), typeof(ExtendObjectTypeAttribute<>), typeof(InterfaceTypeAttribute), typeof(UnionTypeAttribute),
        typeof(InterfaceTypeAttribute<>), typeof(InputObjectTypeAttribute<>),
    ];

    public AnnotatedTypes(IEnumerable<Type> types)
    {
        foreach (var type in types)
        {
            if (TypeDescription.TargetOf(type) is { } target) AddDescription(type, target);
            foreach (var attribute in type.GetCustomAttributes(inherit: false))
            {
                if (Annotations.Contains(Kind(attribute.GetType()))) Add(type, attribute);
            }
        }
    }

    public List<Type> Query { get; } = [];

    public List<Type> Mutation { get; } = [];

    public List<Type> Subscription { get; } = [];

    /// <summary>The CLR types that are object types whether a field names them or not, in the order of declaration.</summary>
    public List<Type> Objects { get; } = [];

    public List<Type> Interfaces { get; } = [];

    public List<Type> Unions { get; } = [];

    /// <summary>The classes that name and describe input objects, by the CLR type of the input.</summary>
    public Dictionary<Type, Type> Inputs { get; } = [];

    public Dictionary<Type, List<Extension>> Extensions { get; } = [];

    public Dictionary<string, List<Extension>> ExtensionsByName { get; } = new(StringComparer.Ordinal);

    /// <summary>The classes that describe types by code.</summary>
    public List<Type> Described { get; } = [];

    public static bool IsAnnotated(Type type) => (TypeDescription.TargetOf(type) is not null && type is { IsAbstract: false, IsGenericTypeDefinition: false }) ||
        type.GetCustomAttributesData().Any(attribute => Annotations.Contains(Kind(attribute.AttributeType)));

    public IReadOnlyList<Extension> ExtensionsOf(Type type) => Extensions.GetValueOrDefault(type, []);

    private void Add(Type type, object attribute)
    {
        switch (attribute)
        {
            case QueryTypeAttribute: Query.Add(type); break;
            case MutationTypeAttribute: Mutation.Add(type); break;
            case SubscriptionTypeAttribute: Subscription.Add(type); break;
            case ObjectTypeAttribute: AddObject(type); break;
            case InterfaceTypeAttribute: Interfaces.Add(type); break;
            case UnionTypeAttribute: Unions.Add(type); break;
            case ExtendObjectTypeAttribute { Name: var name }:
                Named(name).Add(new(type, DefinesType: false, BindExplicitly: false, [], []));
                break;
            case IDescribingAttribute { Target: var target } when Kind(attribute.GetType()) == typeof(InputObjectTypeAttribute<>):
                Inputs[target] = type;
                break;
            case IDescribingAttribute { Target: var target }:
                Interfaces.Add(target);
                Of(target).Add(new(type, DefinesType: true, BindExplicitly: false, [], []));
                break;
            case IObjectTypeAttribute described:
                if (described.DefinesType) AddObject(described.Target);
                Of(described.Target).Add(new(type, described.DefinesType, described.BindExplicitly, described.Include, described.Ignore));
                break;
        }
    }

    /// <summary>Changes what a class says of a type.</summary>
    public void Change(Type type, Type source, Func<Extension, Extension> change)
    {
        var extensions = Of(type);
        var place = extensions.FindIndex(extension => extension.Class == source);
        extensions[place] = change(extensions[place]);
    }

    private void AddDescription(Type description, Type target)
    {
        Described.Add(description);
        var kind = Kind(description);
        for (var at = description; at.BaseType != typeof(TypeDescription); at = at.BaseType!) kind = Kind(at.BaseType!);
        if (kind != typeof(ObjectType<>) && kind != typeof(InterfaceType<>)) return;

        if (kind == typeof(ObjectType<>)) AddObject(target);
        else if (!Interfaces.Contains(target)) Interfaces.Add(target);
        Of(target).Add(new(description, DefinesType: true, BindExplicitly: false, [], []));
    }

    private void AddObject(Type type)
    {
        if (!Objects.Contains(type)) Objects.Add(type);
    }

    private List<Extension> Of(Type type) => Extensions.TryGetValue(type, out var known) ? known : Extensions[type] = [];

    private List<Extension> Named(string name) => ExtensionsByName.TryGetValue(name, out var known) ? known : ExtensionsByName[name] = [];

    private static Type Kind(Type attribute) => attribute.IsGenericType ? attribute.GetGenericTypeDefinition() : attribute;
}
