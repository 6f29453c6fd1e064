using Investr.GraphQL.Caching;
using Investr.GraphQL.Introspection;
using Investr.GraphQL.Language;
using Investr.GraphQL.Security;
using Investr.GraphQL.Types.Binding;

namespace Investr.GraphQL.Types;

/// <summary>Makes a schema from annotated C#.</summary>
internal static class SchemaBuilder
{
    private static readonly DirectiveDefinition[] OfTheLibrary =
    [
        Authorization.Directive, CostDirectives.Cost, CostDirectives.ListSize, Tags.Directive, CacheControls.Directive, SpecifiedDirectives.Defer, SpecifiedDirectives.Stream,
    ];

    /// <exception cref="SchemaException">The classes do not make a valid schema.</exception>
    public static Schema Build(SchemaConfiguration configuration, IServiceProvider services)
    {
        var context = new BindingContext(configuration, services);
        var types = context.Types;
        var annotated = context.Annotated;

        context.Nodes.Prepare();
        foreach (var type in annotated.Interfaces.Concat(annotated.Unions).Concat(annotated.Objects))
            context.Attempt(type.Name, () => types.Output(type));

        var query = context.Outputs.BindRoot(OperationType.Query, annotated.Query);
        var mutation = context.Outputs.BindRoot(OperationType.Mutation, annotated.Mutation);
        var subscription = context.Outputs.BindRoot(OperationType.Subscription, annotated.Subscription);
        if (query is not null) context.Nodes.AddTo(query);
        types.BindAll();
        AbstractTypes.Bind(context);
        foreach (var field in types.All.OfType<ObjectType>().SelectMany(type => type.Fields)) context.Fields.Surround(field);

        Schema Assemble() => new(query, mutation, subscription, Ordered(types.All, [query, mutation, subscription]), Directives(types.All, configuration.Options));
        if (context.Faults.Count > 0) throw new SchemaException(context.Faults);

        var schema = Assemble();
        return SchemaValidator.FaultsOf(schema) is { Count: > 0 } faults ? throw new SchemaException(faults) : schema;
    }

    /// <summary>The roots first, the rest by name, so that the order of files changes nothing; the introspection types last.</summary>
    private static IReadOnlyList<NamedType> Ordered(IEnumerable<NamedType> types, IReadOnlyList<ObjectType?> roots)
    {
        var all = types.Concat(BuiltInScalars.All).Distinct().ToList();
        return
        [
            .. roots.OfType<ObjectType>(),
            .. all.Where(type => !roots.Contains(type)).OrderBy(type => type.Name, StringComparer.Ordinal),
            .. IntrospectionTypes.All,
        ];
    }

    private static IReadOnlyList<DirectiveDefinition> Directives(IEnumerable<NamedType> types, SchemaOptions options)
    {
        var used = types.SelectMany(DirectivesOf).Select(directive => directive.Name).ToHashSet(StringComparer.Ordinal);
        if (options.EnableDefer) used.Add(SpecifiedDirectives.Defer.Name);
        if (options.EnableStream) used.Add(SpecifiedDirectives.Stream.Name);
        return [.. OfTheLibrary.Where(directive => used.Contains(directive.Name)), .. SpecifiedDirectives.All];
    }

    private static IEnumerable<AppliedDirective> DirectivesOf(NamedType type) => type.Directives.Concat(type switch
    {
        FieldsType fields => fields.Fields.SelectMany(field =>
            field.Directives.Concat(field.Arguments.SelectMany(argument => argument.Directives))),
        InputObjectType input => input.Fields.SelectMany(field => field.Directives),
        EnumType named => named.Values.SelectMany(value => value.Directives),
        _ => [],
    });
}
