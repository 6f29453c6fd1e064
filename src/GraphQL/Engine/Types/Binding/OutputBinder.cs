using System.Reflection;
using System.Runtime.CompilerServices;
using Investr.GraphQL.Caching;
using Investr.GraphQL.Language;
using Investr.GraphQL.Mutations;
using Investr.GraphQL.Security;

namespace Investr.GraphQL.Types.Binding;

/// <summary>Gives object types, interfaces and the roots their fields: those of the classes that describe the type first, then the CLR type's properties.</summary>
internal sealed class OutputBinder(BindingContext context)
{
    public ObjectType? BindRoot(OperationType operation, IReadOnlyList<Type> classes)
    {
        if (classes.Count == 0) return null;

        var root = context.Types.GetOrAdd(operation.ToString(), () => new ObjectType(operation.ToString()));
        var extended = context.Annotated.ExtensionsByName.GetValueOrDefault(root.Name, []).Select(extension => extension.Class);
        var fields = new List<FieldDefinition>();
        foreach (var source in classes.Concat(extended))
        {
            var rules = Authorization.Of(source);
            foreach (var method in Resolvers(source))
            {
                if (Attempt(root, method, () => RootField(operation, root, method)) is not { } field) continue;

                Authorization.Protect(field, method, rules);
                field.Directives = [.. field.Directives, .. Authorization.Applied(field.Authorization)];
                fields.Add(field);
            }
        }

        root.SetFields(fields);
        return root;
    }

    public void BindObject(ObjectType made, Type type)
    {
        IReadOnlyList<Extension> extensions =
            [.. context.Annotated.ExtensionsOf(type), .. context.Annotated.ExtensionsByName.GetValueOrDefault(made.Name, [])];
        var descriptor = context.Descriptions.FindObject(type);
        var rules = extensions.Where(extension => extension.DefinesType).SelectMany(extension => Authorization.Of(extension.Class))
            .Concat(Authorization.Of(type)).Concat(descriptor?.Rules ?? []).ToArray();
        made.Directives =
        [
            .. Authorization.Applied(rules),
            .. CostDirectives.OfType(type, extensions),
            .. Tags.Of(extensions.Select(extension => extension.Class).Append(type)),
            .. CacheControls.Of(context, extensions.Where(extension => extension.DefinesType).Select(extension => extension.Class).Append(type)),
            .. descriptor?.Directives ?? [],
        ];

        var fields = new List<FieldDefinition>();
        var id = context.Nodes.IdOf(type);
        if (id is not null && context.Attempt($"{made.Name}.id", () => context.Nodes.IdField(made, type, id)) is { } idField)
        {
            Authorization.Protect(idField, id, rules);
            fields.Add(idField);
        }

        var resolvers = extensions.SelectMany(extension => Resolvers(extension.Class)).Concat(OwnResolvers(type))
            .Union(descriptor?.Members.Keys.OfType<MethodInfo>() ?? []);
        var properties = Properties(type, extensions).Where(property => property.Name != id?.Name);
        AddFields(fields, rules, resolvers, made, method => context.Fields.Method(made, type, method));
        foreach (var added in descriptor?.Added ?? [])
        {
            if (context.Attempt($"{made.Name}.{added.GivenName}", () => context.Fields.Method(made, context.Fields.Read(type, added))) is { } field)
                Add(fields, rules, field, added.Method!);
        }

        AddFields(fields, rules, properties, made, property => context.Fields.Property(made, type, property));
        made.SetFields(fields);
    }

    private string NameOf(ObjectType owner, MemberInfo member) =>
        context.Descriptions.FindObject(owner.RuntimeType!)?.Members.GetValueOrDefault(member)?.GivenName ?? FieldBinder.NameOf(member);

    public void BindInterface(InterfaceType made, Type type) => made.SetFields(
        [
            .. Properties(type, context.Annotated.ExtensionsOf(type))
                .Select(property => Attempt(made, property, () => context.Fields.Abstract(made, property)))
                .OfType<FieldDefinition>(),
        ]);

    /// <summary>The properties that are fields, those of a base class or interface before its heir's.</summary>
    public static IEnumerable<PropertyInfo> Properties(Type type, IReadOnlyList<Extension> extensions)
    {
        var bound = extensions.SelectMany(extension => Resolvers(extension.Class))
            .Select(method => method.GetCustomAttribute<BindMemberAttribute>()?.Name)
            .ToHashSet(StringComparer.Ordinal);
        var isExplicit = extensions.Any(extension => extension.BindExplicitly);
        return Lineage(type)
            .SelectMany(ancestor => ancestor.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
            .GroupBy(property => property.Name, StringComparer.Ordinal)
            .Select(overridden => overridden.Last())
            .Where(property => !IsMachinery(property))
            .Where(property => !BindingContext.IsIgnored(property) && !bound.Contains(property.Name))
            .Where(property => !extensions.Any(extension => extension.Ignore.Contains(property.Name)))
            .Where(property => !isExplicit || extensions.Any(extension => extension.Include.Contains(property.Name)));
    }

    private void AddFields<TMember>(
        List<FieldDefinition> fields,
        IReadOnlyList<AuthorizeRule> rules,
        IEnumerable<TMember> members,
        ObjectType owner,
        Func<TMember, FieldDefinition?> bind)
        where TMember : MemberInfo
    {
        foreach (var member in members)
        {
            // A resolver stands for a property of its name.
            if (member is PropertyInfo && fields.Exists(known => known.Name == NameOf(owner, member))) continue;
            if (Attempt(owner, member, () => bind(member)) is not { } field) continue;

            Add(fields, rules, field, member);
        }
    }

    private static void Add(List<FieldDefinition> fields, IReadOnlyList<AuthorizeRule> rules, FieldDefinition field, MemberInfo member)
    {
        field.Directives = [.. field.Directives, .. Authorization.Applied(field.Authorization)];
        Authorization.Protect(field, member, rules);
        fields.Add(field);
    }

    private FieldDefinition? RootField(OperationType operation, ObjectType root, MethodInfo method) => operation switch
    {
        OperationType.Mutation => MutationConventions.Field(context, root, method),
        OperationType.Subscription => Subscriptions.Field(context, root, method),
        _ => context.Fields.Method(root, null, method),
    };

    private FieldDefinition? Attempt(FieldsType owner, MemberInfo member, Func<FieldDefinition?> bind) =>
        context.Attempt($"{owner.Name}.{FieldBinder.NameOf(member)}", bind);

    public static IEnumerable<MethodInfo> PublicMethods(Type source) =>
        source.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly);

    private static IEnumerable<MethodInfo> Resolvers(Type source) => PublicMethods(source)
        .Where(method => !IsOfDescription(source, method) && !method.IsSpecialName && !BindingContext.IsIgnored(method) && !method.IsDefined(typeof(CompilerGeneratedAttribute))
            && !Subscriptions.IsSource(source, method) && !IsNodeResolverOnly(source, method));

    // A class that describes a type says which methods are its fields; a static one has a method for that.
    private static bool IsOfDescription(Type source, MethodInfo method) => typeof(TypeDescription).IsAssignableFrom(source)
        || (method.Name == "Configure" && method.GetParameters() is [{ ParameterType: { IsGenericType: true } only }]
            && only.GetGenericTypeDefinition() == typeof(IObjectTypeDescriptor<>));

    // On a type's class, [NodeResolver] is the way to fetch it and no field of it; on a query class it is a field too.
    private static bool IsNodeResolverOnly(Type source, MethodInfo method) =>
        method.IsDefined(typeof(NodeResolverAttribute)) && !source.IsDefined(typeof(QueryTypeAttribute));

    // A class that says of itself that it is an object type means its methods too.
    private static IEnumerable<MethodInfo> OwnResolvers(Type type) => type.IsDefined(typeof(ObjectTypeAttribute), inherit: false)
        ? Resolvers(type).Where(method =>
            method.GetBaseDefinition().DeclaringType == type && method.Name is not ("Deconstruct" or "Equals" or "<Clone>$"))
        : [];

    // Of an exception, a client is told the message and what its author added.
    private static bool IsMachinery(PropertyInfo property) => property.Name == nameof(IPayloadErrors.PayloadErrors)
        || (property.DeclaringType == typeof(Exception) && property.Name != nameof(Exception.Message));

    private static List<Type> Lineage(Type type)
    {
        if (type.IsInterface) return [.. type.GetInterfaces(), type];

        var lineage = new List<Type>();
        for (var at = type; at is not null && at != typeof(object) && at != typeof(ValueType); at = at.BaseType) lineage.Insert(0, at);
        return lineage;
    }
}
