namespace Investr.GraphQL.Language;

/// <summary>§2.3 What an operation does.</summary>
public enum OperationType
{
    /// <summary>Reads.</summary>
    Query,

    /// <summary>Writes, then reads.</summary>
    Mutation,

    /// <summary>Answers with a stream of events.</summary>
    Subscription,
}

/// <summary>§2.3 An operation.</summary>
public sealed class OperationDefinitionNode(
    OperationType operation,
    NameNode? name,
    IReadOnlyList<VariableDefinitionNode> variables,
    IReadOnlyList<DirectiveNode> directives,
    SelectionSetNode selectionSet,
    StringValueNode? description = null) : DefinitionNode
{
    /// <summary>Query, mutation or subscription.</summary>
    public OperationType Operation { get; } = operation;

    /// <summary>The operation's name; null for an anonymous one.</summary>
    public NameNode? Name { get; } = name;

    /// <summary>The declared variables.</summary>
    public IReadOnlyList<VariableDefinitionNode> Variables { get; } = variables;

    /// <summary>The operation's directives.</summary>
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;

    /// <summary>What is asked for.</summary>
    public SelectionSetNode SelectionSet { get; } = selectionSet;

    /// <summary>The description written before it.</summary>
    public StringValueNode? Description { get; } = description;
}

/// <summary>§2.11 A variable's declaration.</summary>
public sealed class VariableDefinitionNode(
    VariableNode variable,
    TypeNode type,
    ValueNode? defaultValue,
    IReadOnlyList<DirectiveNode> directives,
    StringValueNode? description = null) : SyntaxNode
{
    /// <summary>The variable.</summary>
    public VariableNode Variable { get; } = variable;

    /// <summary>Its type as written.</summary>
    public TypeNode Type { get; } = type;

    /// <summary>Its default, a constant; null where none is written.</summary>
    public ValueNode? DefaultValue { get; } = defaultValue;

    /// <summary>Its directives.</summary>
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;

    /// <summary>The description written before it.</summary>
    public StringValueNode? Description { get; } = description;
}

/// <summary>§2.4 A selection set.</summary>
public sealed class SelectionSetNode(IReadOnlyList<SelectionNode> selections) : SyntaxNode
{
    /// <summary>The selections, in the order of the text.</summary>
    public IReadOnlyList<SelectionNode> Selections { get; } = selections;
}

/// <summary>A field, a fragment spread or an inline fragment.</summary>
public abstract class SelectionNode(IReadOnlyList<DirectiveNode> directives) : SyntaxNode
{
    /// <summary>The selection's directives.</summary>
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>§2.5 A field.</summary>
public sealed class FieldNode(
    NameNode? alias,
    NameNode name,
    IReadOnlyList<ArgumentNode> arguments,
    IReadOnlyList<DirectiveNode> directives,
    SelectionSetNode? selectionSet) : SelectionNode(directives)
{
    /// <summary>§2.7 The alias, null where there is none.</summary>
    public NameNode? Alias { get; } = alias;

    /// <summary>The field's name in the schema.</summary>
    public NameNode Name { get; } = name;

    /// <summary>§2.6 The arguments.</summary>
    public IReadOnlyList<ArgumentNode> Arguments { get; } = arguments;

    /// <summary>What is asked of the field's value; null for a leaf.</summary>
    public SelectionSetNode? SelectionSet { get; } = selectionSet;

    /// <summary>The name under which the response answers.</summary>
    public string ResponseName => (Alias ?? Name).Value;
}

/// <summary>§2.8 The use of a named fragment.</summary>
public sealed class FragmentSpreadNode(NameNode name, IReadOnlyList<DirectiveNode> directives) : SelectionNode(directives)
{
    /// <summary>The fragment's name.</summary>
    public NameNode Name { get; } = name;
}

/// <summary>§2.8.2 An inline fragment.</summary>
public sealed class InlineFragmentNode(
    NamedTypeNode? typeCondition, IReadOnlyList<DirectiveNode> directives, SelectionSetNode selectionSet) : SelectionNode(directives)
{
    /// <summary>The type it applies to; null for the enclosing one.</summary>
    public NamedTypeNode? TypeCondition { get; } = typeCondition;

    /// <summary>What is asked for.</summary>
    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

/// <summary>§2.8 A named fragment.</summary>
public sealed class FragmentDefinitionNode(
    NameNode name,
    NamedTypeNode typeCondition,
    IReadOnlyList<DirectiveNode> directives,
    SelectionSetNode selectionSet,
    StringValueNode? description = null) : DefinitionNode
{
    /// <summary>The fragment's name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The type it applies to.</summary>
    public NamedTypeNode TypeCondition { get; } = typeCondition;

    /// <summary>The fragment's directives.</summary>
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;

    /// <summary>What is asked for.</summary>
    public SelectionSetNode SelectionSet { get; } = selectionSet;

    /// <summary>The description written before it.</summary>
    public StringValueNode? Description { get; } = description;
}

/// <summary>§2.6 An argument.</summary>
public sealed class ArgumentNode(NameNode name, ValueNode value) : SyntaxNode
{
    /// <summary>The argument's name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The argument's value.</summary>
    public ValueNode Value { get; } = value;
}

/// <summary>§2.13 A directive's use.</summary>
public sealed class DirectiveNode(NameNode name, IReadOnlyList<ArgumentNode> arguments) : SyntaxNode
{
    /// <summary>The directive's name, without the at sign.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The directive's arguments.</summary>
    public IReadOnlyList<ArgumentNode> Arguments { get; } = arguments;
}

/// <summary>§2.12 A type reference.</summary>
public abstract class TypeNode : SyntaxNode;

/// <summary>A named type.</summary>
public sealed class NamedTypeNode(NameNode name) : TypeNode
{
    /// <summary>The type's name.</summary>
    public NameNode Name { get; } = name;

    /// <inheritdoc/>
    public override string ToString() => Name.Value;
}

/// <summary>A list type.</summary>
public sealed class ListTypeNode(TypeNode type) : TypeNode
{
    /// <summary>The items' type.</summary>
    public TypeNode Type { get; } = type;

    /// <inheritdoc/>
    public override string ToString() => $"[{Type}]";
}

/// <summary>A non-null type.</summary>
public sealed class NonNullTypeNode(TypeNode type) : TypeNode
{
    /// <summary>The type that may not be null: a named type or a list.</summary>
    public TypeNode Type { get; } = type;

    /// <inheritdoc/>
    public override string ToString() => $"{Type}!";
}
