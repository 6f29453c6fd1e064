using System.Linq.Expressions;
using System.Reflection;
using Investr.GraphQL.Descriptors;
using Investr.GraphQL.Types.Binding;
using Investr.GraphQL.Types.Resolvers;

namespace Investr.GraphQL.Types.Ids;

/// <summary>The types that can be fetched by their global id: their <c>id</c> field, the Node interface, and the query root's <c>node</c> and <c>nodes</c>.</summary>
internal sealed class Nodes(BindingContext context)
{
    private readonly Dictionary<Type, (string Name, PropertyInfo Id)> _nodes = [];
    private InterfaceType? _interface;

    /// <summary>Finds the node types before any field is bound, since their ids' names depend on them.</summary>
    public void Prepare()
    {
        foreach (var type in context.Annotated.Objects)
        {
            var attributes = Classes(type).Select(source => source.GetCustomAttribute<NodeAttribute>(inherit: false));
            if (attributes.FirstOrDefault(found => found is not null) is not { } node) continue;

            var name = context.Types.NameOf(type);
            if (type.GetProperty(node.IdField) is not { } id)
            {
                context.Faults.Add(new(name, $"[Node] needs the property {node.IdField} for its id; name another one with IdField"));
                continue;
            }

            _nodes[type] = (name, id);
            if (GlobalIds.IsTyped(id.PropertyType)) context.Ids.Name(id.PropertyType, name);
        }
    }

    /// <summary>The property that is a node's id; null where the type is no node.</summary>
    public PropertyInfo? IdOf(Type type) => _nodes.TryGetValue(type, out var node) ? node.Id : null;

    public FieldDefinition IdField(ObjectType made, Type type, PropertyInfo id)
    {
        made.Interfaces = [.. made.Interfaces, Interface()];
        var ids = GlobalIdOf(type) ?? throw new NotSupportedException($"{id.Name} cannot be an id");
        var output = new OutputType(new NonNullType(BuiltInScalars.ID), ids, ids.Format!);
        var field = FieldDescriptor.Of(context, id);
        return field.Describe(context, id, new("id", output.Type, []) { Resolver = context.Fields.Getter(field, type, id, output), Member = id });
    }

    /// <summary>Gives the query root its two fields, where there is a node.</summary>
    public void AddTo(ObjectType query)
    {
        if (_nodes.Count == 0) return;

        var fetchers = _nodes
            .Select(node => (node.Value.Name, Fetcher: context.Attempt(node.Value.Name, () => Fetcher(node.Key))))
            .Where(pair => pair.Fetcher is not null)
            .ToDictionary(pair => pair.Name, pair => pair.Fetcher!, StringComparer.Ordinal);
        var id = new NonNullType(BuiltInScalars.ID);
        query.SetFields(
        [
            new("node", Interface(), [new("id", id) { RuntimeType = typeof(string), Description = "The global id." }])
            {
                Description = "The object that a global id names; null where there is none that the caller may see.",
                Resolver = new NodeResolver(fetchers),
                Directives = context.Costs.OfResolver(),
            },
            new("nodes", new NonNullType(new ListType(Interface())),
                [new("ids", new NonNullType(new ListType(id))) { RuntimeType = typeof(object?[]), Description = "The global ids." }])
            {
                Description = "The objects that global ids name, in their order; null in the place of each that the caller may not see.",
                Resolver = new NodesResolver(fetchers, context.Options.MaxNodeBatchSize),
                Directives = context.Costs.OfResolver(new() { AssumedSize = context.Options.MaxNodeBatchSize, SlicingArguments = ["ids"] }),
            },
            .. query.Fields,
        ]);
    }

    private InterfaceType Interface() => _interface ??= context.Types.GetOrAdd("Node", () =>
    {
        var made = new InterfaceType("Node") { Description = "Anything that can be fetched again by its global id." };
        made.SetFields([new("id", new NonNullType(BuiltInScalars.ID), [])]);
        return made;
    });

    private NodeFetcher Fetcher(Type type)
    {
        var method = Classes(type).Concat(context.Annotated.Query)
            .SelectMany(OutputBinder.PublicMethods)
            .FirstOrDefault(method => method.IsDefined(typeof(NodeResolverAttribute)) && TypeShape.Of(method.ReturnParameter).Type == type)
            ?? throw new NotSupportedException($"[Node] needs a static method with [NodeResolver] that gives a {type.Name} for its id");
        var rules = Authorization.Of(method.DeclaringType!).Concat(Authorization.Of(method)).ToArray();
        if (rules.Any(rule => rule.Policy is not null))
            throw new NotSupportedException("a [NodeResolver] takes roles and no policy: what the caller may not see is null");

        var arguments = new ArgumentList();
        var parameters = method.GetParameters()
            .Select((parameter, place) => place == 0 ? Id(parameter) : context.Arguments.Bind(parameter, null, arguments, null))
            .ToArray();
        if (arguments.All is [var extra, ..])
            throw new NotSupportedException($"the [NodeResolver] {method.Name} takes more than the id and services: {extra.Name}");

        var result = TypeShape.Of(method.ReturnParameter);
        var bound = new BoundMethod(FieldDescriptor.Of(context, method), new(method, parameters, instance: null), arguments, result, Parent: null, Limits: null);
        return new(GlobalIdOf(type)!, bound.Invoker, context.Fields.Plain(bound, OutputType.AsIs), rules);
    }

    private GlobalId? GlobalIdOf(Type type) => context.Ids.Of(_nodes[type].Id.PropertyType, _nodes[type].Name);

    private IEnumerable<Type> Classes(Type type) => context.Annotated.ExtensionsOf(type).Select(extension => extension.Class).Append(type);

    private static ParameterReader Id(ParameterInfo parameter) =>
        (_, values) => Expression.Convert(Expression.ArrayIndex(values, Expression.Constant(0)), parameter.ParameterType);
}
