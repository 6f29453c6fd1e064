using System.Collections;
using System.Reflection;
using Investr.GraphQL.Filtering;
using Investr.GraphQL.Types;
using Investr.GraphQL.Types.Binding;

namespace Investr.GraphQL.Paging;

/// <summary>Makes [UsePaging] fields: the four arguments, the connection and edge types, and the resolver that checks what is asked.</summary>
internal static class Connections
{
    public static void AddArguments(ArgumentList arguments)
    {
        Add<int?>("first", BuiltInScalars.Int, "How many items, counted from the start or from `after`.");
        Add<string>("after", BuiltInScalars.String, "A cursor: the page begins behind it.");
        Add<int?>("last", BuiltInScalars.Int, "How many items, counted back from the end or from `before`.");
        Add<string>("before", BuiltInScalars.String, "A cursor: the page ends in front of it.");

        void Add<T>(string name, ScalarType type, string description) =>
            arguments.Add(new(name, type) { RuntimeType = typeof(T), Description = description });
    }

    public static FieldDefinition Field(BindingContext context, BoundMethod bound, ListQuery? query)
    {
        var isConnection = bound.Result.Type.IsGenericType
            && (bound.Result.Type.GetGenericTypeDefinition() == typeof(Connection<>) || bound.Result.Type.GetGenericTypeDefinition() == typeof(Page<>));
        var item = isConnection ? NodeShape(bound.Method) : bound.Result.Item
            ?? throw new NotSupportedException($"[UsePaging] takes a Connection, a Page or a list, and the method gives {bound.Result.Type.Name}");
        var node = OutputType.Of(context, bound.Method, item, ownerName: null);
        var name = bound.Field.Paging!.ConnectionName ?? TypeNames.Capitalized(bound.Name);
        var found = context.Fields.InnerResolver(bound);
        var inner = query is null ? found : query.Resolver(found, convert: null);
        FieldResolver paged = isConnection
            ? new CheckedConnectionResolver(inner, bound.Limits!)
            : Paged(item.Type, item.IsNullable, inner, bound.Limits!, context.Nodes.IdOf(item.Type) ?? item.Type.GetProperty("Id"));
        return new(bound.Name, Type(context, name, node), bound.Arguments.All) { Resolver = context.Fields.OuterResolver(bound, paged) };
    }

    private static ObjectType Type(BindingContext context, string name, OutputType node)
    {
        var connection = context.Types.GetOrAdd(name + "Connection", () =>
        {
            var edge = Edge(context, name, node);
            var count = new NonNullType(BuiltInScalars.Int);
            var page = new NonNullType(context.Types.Output(typeof(ConnectionPageInfo)));
            var made = new ObjectType(name + "Connection") { Description = "One page of a list." };
            made.SetFields(
            [
                Read<IConnection>("edges", new ListType(new NonNullType(edge)), of => of.Edges, "The items with their cursors."),
                Read<IConnection>("nodes", new ListType(node.Type), of => Nodes(of, node.Convert), "The items alone."),
                Read<IConnection>("pageInfo", page, of => of.PageInfo, "Where the page stands in the list."),
                Read<IConnection>("totalCount", count, of => of.TotalCount, "How many items the whole list has."),
            ]);
            return made;
        });

        var known = ((ListType)connection.FindField("nodes")!.Type).OfType;
        return known.ToString() == node.Type.ToString()
            ? connection
            : throw new NotSupportedException(
                $"{connection.Name} is a connection of {known} already, and cannot be one of {node.Type} too: give one a ConnectionName");
    }

    private static ObjectType Edge(BindingContext context, string name, OutputType node) => context.Types.GetOrAdd(name + "Edge", () =>
    {
        var made = new ObjectType(name + "Edge") { Description = "An item of a page with its place in the list." };
        made.SetFields(
        [
            Read<IEdge>("cursor", new NonNullType(BuiltInScalars.String), of => of.Cursor, "The item's place in the list, to page on from."),
            Read<IEdge>("node", node.Type, of => Node(of, node.Convert), "The item."),
        ]);
        return made;
    });

    private static object? Node(IEdge edge, Func<object?, object?>? convert) => convert is null ? edge.Node : convert(edge.Node);

    private static IEnumerable Nodes(IConnection connection, Func<object?, object?>? convert) =>
        convert is null ? connection.Nodes : connection.Nodes.Cast<object?>().Select(convert).ToArray();

    private static FieldDefinition Read<TParent>(string name, GraphQLType type, Func<TParent, object?> read, string description) =>
        new(name, type, []) { Description = description, Resolver = DelegateResolver.Of(read) };

    private static TypeShape NodeShape(MethodInfo method)
    {
        var info = new NullabilityInfoContext().Create(method.ReturnParameter);
        var connection = FieldBinder.TaskResultOf(info.Type) is null ? info : info.GenericTypeArguments[0];
        return TypeShape.Of(connection.GenericTypeArguments[0]);
    }

    private static FieldResolver Paged(Type item, bool isNullable, FieldResolver inner, PagingLimits limits, PropertyInfo? id)
    {
        var type = isNullable && item.IsValueType ? typeof(Nullable<>).MakeGenericType(item) : item;
        return (FieldResolver)Activator.CreateInstance(typeof(ListConnectionResolver<>).MakeGenericType(type), inner, limits, id)!;
    }
}
