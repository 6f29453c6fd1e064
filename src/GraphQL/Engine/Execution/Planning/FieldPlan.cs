using System.Text;
using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution.Planning;

/// <summary>How the executor comes to a field's value.</summary>
internal enum FieldKind
{
    /// <summary>The bytes are known.</summary>
    Constant,

    /// <summary>A leaf that is read and written in one step.</summary>
    Leaf,

    /// <summary>A resolver must be called.</summary>
    Resolved,
}

/// <summary>One field of the response, with all that can be decided before a request runs.</summary>
internal sealed class FieldPlan : ISelection
{
    private int _kind = (int)FieldKind.Resolved;

    private FieldPlan(OperationPlan plan, ObjectType parentType, FieldGroup group, FieldDefinition definition, HashSet<DeferUsage>? within)
    {
        (Plan, ParentType, ResponseName, Definition) = (plan, parentType, group.ResponseName, definition);
        Nodes = [.. group.Fields.Select(field => field.Node)];
        Name = Encoding.UTF8.GetBytes($",\"{group.ResponseName}\":");
        Arguments = ArgumentsPlan.Of(plan, definition, Node);
        Selection = new(plan, group.Fields, within);
        Completion = CompletionOf(group);
    }

    public OperationPlan Plan { get; }

    public ObjectType ParentType { get; }

    public FieldDefinition Definition { get; }

    FieldDefinition ISelection.Field => Definition;

    /// <summary>The field's schema coordinate, by the object type that it was asked of.</summary>
    public SchemaCoordinate Coordinate => new(ParentType.Name, Definition.Name);

    public string ResponseName { get; }

    /// <summary>The nodes that ask for it; their arguments are the same.</summary>
    public IReadOnlyList<FieldNode> Nodes { get; }

    public FieldNode Node => Nodes[0];

    /// <summary>The response name as JSON, with the comma before it and the colon after it.</summary>
    public byte[] Name { get; }

    public FieldKind Kind
    {
        get => (FieldKind)Volatile.Read(ref _kind);
        private set => Volatile.Write(ref _kind, (int)value);
    }

    /// <summary>The bytes of a <see cref="FieldKind.Constant"/>.</summary>
    public byte[] Constant { get; private set; } = [];

    /// <summary>The resolver of a <see cref="FieldKind.Leaf"/>.</summary>
    public LeafResolver? Leaf { get; private init; }

    public FieldResolver Resolver => Definition.Resolver ?? throw new InvalidOperationException($"{Definition} has no resolver.");

    public ArgumentsPlan Arguments { get; }

    /// <summary>What is asked of the field's value.</summary>
    public SubSelection Selection { get; }

    public ValueCompletion Completion { get; }

    /// <summary>Whether its answer is the same for every request, once it is known.</summary>
    public bool IsRepeatable { get; private init; }

    /// <summary>Plans a field.</summary>
    /// <param name="plan">The operation.</param>
    /// <param name="parentType">The object whose field it is.</param>
    /// <param name="group">Where it is asked for.</param>
    /// <param name="within">The uses of @defer that it waits for; null for none.</param>
    public static FieldPlan Of(OperationPlan plan, ObjectType parentType, FieldGroup group, HashSet<DeferUsage>? within)
    {
        var name = group.Fields[0].Node.Name.Value;
        var definition = Introspection.MetaFields.Find(plan.Operation.Schema, parentType, name)
            ?? throw new InvalidOperationException($"{parentType.Name} has no field {name}: validation has seen to it.");

        if (name == "__typename")
        {
            var answer = Encoding.UTF8.GetBytes($"\"{parentType.Name}\"");
            return new(plan, parentType, group, definition, within) { Kind = FieldKind.Constant, Constant = answer };
        }

        return definition.Resolver is LeafResolver leaf && definition.Authorization.Count == 0 && definition.Arguments.Count == 0
            ? new(plan, parentType, group, definition, within) { Kind = FieldKind.Leaf, Leaf = leaf }
            : new(plan, parentType, group, definition, within)
            {
                IsRepeatable = name is "__schema" or "__type"
                    && !VariableUse.IsIn(plan.Operation, group.Fields.Select(field => field.Node)),
            };
    }

    public IReadOnlyList<ISelection> GetSelections(ObjectType type) => [.. Selection.For(type).All];

    /// <summary>From now on the field is answered with these bytes.</summary>
    public void Repeat(byte[] json)
    {
        Constant = json;
        Kind = FieldKind.Constant;
    }

    /// <summary>Whether every caller gets the same value, with all that is selected of it.</summary>
    public bool IsSameForAll() => Kind == FieldKind.Constant
        || (Definition.Authorization.Count == 0 && Resolver.IsSameForAll && Selection.All(Definition.Type.Named, field => field.IsSameForAll()));

    /// <summary>Where the field stands in the document, once for each node.</summary>
    public IReadOnlyList<SourceLocation> Locations() => [.. Nodes.Select(node => Plan.Operation.Document.Source.LocationOf(node.Start))];

    // The items of a stream are answers of their own: the uses of @defer around the list are none of theirs.
    private ValueCompletion CompletionOf(FieldGroup group)
    {
        var (type, schema) = (Definition.Type, Plan.Operation.Schema);
        if (type.Nullable is not ListType list || Plan.Fields.StreamOf(Node) is not { } stream) return ValueCompletion.For(type, Selection, schema);

        var later = new SubSelection(Plan, [.. group.Fields.Select(field => field with { Deferral = null })], within: null);
        return ValueCompletion.ForStream(type, stream, ItemOf(Selection), ItemOf(later));

        ListCompletion ItemOf(SubSelection selection) => new(ValueCompletion.For(list.OfType, selection, schema));
    }
}
