namespace Investr.GraphQL.Language;

/// <summary>§3.2 A definition of the type system, or an extension of one.</summary>
public abstract class TypeSystemNode(StringValueNode? description, IReadOnlyList<DirectiveNode> directives) : DefinitionNode
{
    /// <summary>The description written before it; extensions have none.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>The directives applied to it.</summary>
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;

    /// <summary>Whether it adds to a definition that stands elsewhere.</summary>
    public bool IsExtension { get; init; }
}

/// <summary>§3.3 A schema's root operations.</summary>
public sealed class SchemaNode(
    StringValueNode? description,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<RootOperationNode> operations) : TypeSystemNode(description, directives)
{
    /// <summary>The root types, in the order of the text.</summary>
    public IReadOnlyList<RootOperationNode> Operations { get; } = operations;
}

/// <summary>§3.3.1 The type that an operation starts from.</summary>
public sealed class RootOperationNode(OperationType operation, NamedTypeNode type) : SyntaxNode
{
    /// <summary>The operation.</summary>
    public OperationType Operation { get; } = operation;

    /// <summary>Its type.</summary>
    public NamedTypeNode Type { get; } = type;
}

/// <summary>§3.4 A named type's definition or extension.</summary>
public abstract class TypeDefinitionNode(
    StringValueNode? description, NameNode name, IReadOnlyList<DirectiveNode> directives) : TypeSystemNode(description, directives)
{
    /// <summary>The type's name.</summary>
    public NameNode Name { get; } = name;
}

/// <summary>§3.5 A scalar.</summary>
public sealed class ScalarTypeNode(
    StringValueNode? description, NameNode name, IReadOnlyList<DirectiveNode> directives) : TypeDefinitionNode(description, name, directives);

/// <summary>A type with fields: object or interface.</summary>
public abstract class FieldsTypeNode(
    StringValueNode? description,
    NameNode name,
    IReadOnlyList<NamedTypeNode> interfaces,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<FieldDefinitionNode> fields) : TypeDefinitionNode(description, name, directives)
{
    /// <summary>The interfaces that it says to implement.</summary>
    public IReadOnlyList<NamedTypeNode> Interfaces { get; } = interfaces;

    /// <summary>The fields, in the order of the text.</summary>
    public IReadOnlyList<FieldDefinitionNode> Fields { get; } = fields;
}

/// <summary>§3.6 An object type.</summary>
public sealed class ObjectTypeNode(
    StringValueNode? description,
    NameNode name,
    IReadOnlyList<NamedTypeNode> interfaces,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<FieldDefinitionNode> fields) : FieldsTypeNode(description, name, interfaces, directives, fields);

/// <summary>§3.7 An interface.</summary>
public sealed class InterfaceTypeNode(
    StringValueNode? description,
    NameNode name,
    IReadOnlyList<NamedTypeNode> interfaces,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<FieldDefinitionNode> fields) : FieldsTypeNode(description, name, interfaces, directives, fields);

/// <summary>§3.8 A union.</summary>
public sealed class UnionTypeNode(
    StringValueNode? description,
    NameNode name,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<NamedTypeNode> members) : TypeDefinitionNode(description, name, directives)
{
    /// <summary>The member types, in the order of the text.</summary>
    public IReadOnlyList<NamedTypeNode> Members { get; } = members;
}

/// <summary>§3.9 An enum.</summary>
public sealed class EnumTypeNode(
    StringValueNode? description,
    NameNode name,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<EnumValueDefinitionNode> values) : TypeDefinitionNode(description, name, directives)
{
    /// <summary>The values, in the order of the text.</summary>
    public IReadOnlyList<EnumValueDefinitionNode> Values { get; } = values;
}

/// <summary>§3.10 An input object.</summary>
public sealed class InputObjectTypeNode(
    StringValueNode? description,
    NameNode name,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<InputValueDefinitionNode> fields) : TypeDefinitionNode(description, name, directives)
{
    /// <summary>The fields, in the order of the text.</summary>
    public IReadOnlyList<InputValueDefinitionNode> Fields { get; } = fields;
}

/// <summary>§3.13 A directive's definition.</summary>
public sealed class DirectiveDefinitionNode(
    StringValueNode? description,
    NameNode name,
    IReadOnlyList<InputValueDefinitionNode> arguments,
    bool isRepeatable,
    IReadOnlyList<NameNode> locations) : TypeSystemNode(description, [])
{
    /// <summary>The name, without the at sign.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The arguments, in the order of the text.</summary>
    public IReadOnlyList<InputValueDefinitionNode> Arguments { get; } = arguments;

    /// <summary>Whether it may stand more than once at one place.</summary>
    public bool IsRepeatable { get; } = isRepeatable;

    /// <summary>Where it may stand.</summary>
    public IReadOnlyList<NameNode> Locations { get; } = locations;
}

/// <summary>§3.6 A field's definition.</summary>
public sealed class FieldDefinitionNode(
    StringValueNode? description,
    NameNode name,
    IReadOnlyList<InputValueDefinitionNode> arguments,
    TypeNode type,
    IReadOnlyList<DirectiveNode> directives) : SyntaxNode
{
    /// <summary>The description written before it.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>The field's name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The arguments, in the order of the text.</summary>
    public IReadOnlyList<InputValueDefinitionNode> Arguments { get; } = arguments;

    /// <summary>The type of its values.</summary>
    public TypeNode Type { get; } = type;

    /// <summary>The directives applied to it.</summary>
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>§3.6.1 An argument's definition, or that of an input object's field.</summary>
public sealed class InputValueDefinitionNode(
    StringValueNode? description,
    NameNode name,
    TypeNode type,
    ValueNode? defaultValue,
    IReadOnlyList<DirectiveNode> directives) : SyntaxNode
{
    /// <summary>The description written before it.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>The argument's name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The type of its values.</summary>
    public TypeNode Type { get; } = type;

    /// <summary>The default, a constant; null where none is written.</summary>
    public ValueNode? DefaultValue { get; } = defaultValue;

    /// <summary>The directives applied to it.</summary>
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>§3.9 An enum value's definition.</summary>
public sealed class EnumValueDefinitionNode(
    StringValueNode? description, NameNode name, IReadOnlyList<DirectiveNode> directives) : SyntaxNode
{
    /// <summary>The description written before it.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>The value's name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The directives applied to it.</summary>
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}
