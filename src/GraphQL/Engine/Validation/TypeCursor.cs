using Investr.GraphQL.Introspection;
using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Validation;

/// <summary>Knows at each point of a walk what the schema says of it. Whatever the document gets wrong is null.</summary>
internal sealed class TypeCursor(Schema schema)
{
    private readonly Stack<GraphQLType?> _types = [];
    private readonly Stack<CompositeType?> _parents = [];
    private readonly Stack<FieldDefinition?> _fields = [];
    private readonly List<GraphQLType?> _inputs = [];
    private readonly Stack<ArgumentDefinition?> _places = [];
    private readonly Stack<SyntaxNode> _nodes = [];
    private DirectiveDefinition? _directive;

    /// <summary>The output type of the field or fragment that is being visited.</summary>
    public GraphQLType? Type => Top(_types);

    /// <summary>The type whose fields are being selected.</summary>
    public CompositeType? ParentType => Top(_parents);

    /// <summary>The field that is being visited.</summary>
    public FieldDefinition? Field => Top(_fields);

    /// <summary>The argument that is being visited.</summary>
    public ArgumentDefinition? Argument { get; private set; }

    /// <summary>The type that is expected of the value that is being visited.</summary>
    public GraphQLType? InputType => _inputs.Count > 0 ? _inputs[^1] : null;

    /// <summary>The type that is expected one level up, of the list or object around the value.</summary>
    public GraphQLType? ParentInputType => _inputs.Count > 1 ? _inputs[^2] : null;

    /// <summary>The argument or input field whose value is being visited; null inside a list.</summary>
    public ArgumentDefinition? Place => Top(_places);

    /// <summary>The node around the one that is being visited.</summary>
    public SyntaxNode? Parent => _nodes.Skip(1).FirstOrDefault();

    public void Enter(SyntaxNode node)
    {
        _nodes.Push(node);
        switch (node)
        {
            case SelectionSetNode:
                _parents.Push(Type?.Named as CompositeType);
                break;
            case FieldNode field:
                var definition = ParentType is { } parent ? MetaFields.Find(schema, parent, field.Name.Value) : null;
                _fields.Push(definition);
                _types.Push(definition?.Type is { IsOutput: true } output ? output : null);
                break;
            case DirectiveNode directive:
                _directive = schema.FindDirective(directive.Name.Value);
                break;
            case OperationDefinitionNode operation:
                _types.Push(schema.RootType(operation.Operation));
                break;
            case InlineFragmentNode { TypeCondition: null }:
                _types.Push(Type?.Named);
                break;
            case InlineFragmentNode { TypeCondition: { } condition }:
                _types.Push(OutputType(condition));
                break;
            case FragmentDefinitionNode fragment:
                _types.Push(OutputType(fragment.TypeCondition));
                break;
            default:
                EnterInput(node);
                break;
        }
    }

    public void Leave(SyntaxNode node)
    {
        _nodes.Pop();
        switch (node)
        {
            case SelectionSetNode:
                _parents.Pop();
                break;
            case FieldNode:
                _fields.Pop();
                _types.Pop();
                break;
            case DirectiveNode:
                _directive = null;
                break;
            case OperationDefinitionNode or InlineFragmentNode or FragmentDefinitionNode:
                _types.Pop();
                break;
            case VariableDefinitionNode:
                _inputs.RemoveAt(_inputs.Count - 1);
                break;
            case ArgumentNode or ListValueNode or ObjectFieldNode:
                if (node is ArgumentNode) Argument = null;
                _places.Pop();
                _inputs.RemoveAt(_inputs.Count - 1);
                break;
        }
    }

    private void EnterInput(SyntaxNode node)
    {
        switch (node)
        {
            case VariableDefinitionNode variable:
                _inputs.Add(schema.TypeOf(variable.Type) is { IsInput: true } input ? input : null);
                break;
            case ArgumentNode argument:
                Argument = _directive is null
                    ? Field?.FindArgument(argument.Name.Value)
                    : _directive.FindArgument(argument.Name.Value);
                EnterPlace(Argument);
                break;
            case ListValueNode:
                var list = InputType?.Nullable;
                _places.Push(null);
                _inputs.Add(list is ListType { OfType: var item } ? item : list);
                break;
            case ObjectFieldNode field:
                EnterPlace((InputType?.Named as InputObjectType)?.FindField(field.Name.Value));
                break;
        }
    }

    private void EnterPlace(ArgumentDefinition? place)
    {
        _places.Push(place);
        _inputs.Add(place?.Type is { IsInput: true } input ? input : null);
    }

    private NamedType? OutputType(NamedTypeNode condition) =>
        schema.FindType(condition.Name.Value) is { IsOutput: true } output ? output : null;

    private static T? Top<T>(Stack<T?> stack) where T : class => stack.TryPeek(out var top) ? top : null;
}
