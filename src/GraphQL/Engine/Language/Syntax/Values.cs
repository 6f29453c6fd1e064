namespace Investr.GraphQL.Language;

/// <summary>§2.10 Input values: a literal or a variable.</summary>
public abstract class ValueNode : SyntaxNode;

/// <summary>§2.11 A variable's use.</summary>
public sealed class VariableNode(NameNode name) : ValueNode
{
    /// <summary>The variable's name, without the dollar sign.</summary>
    public NameNode Name { get; } = name;
}

/// <summary>§2.10.1 An integer literal, kept as its digits so that no precision is lost.</summary>
public sealed class IntValueNode(string value) : ValueNode
{
    /// <summary>The literal's text.</summary>
    public string Value { get; } = value;
}

/// <summary>§2.10.2 A floating-point literal, kept as its text so that no precision is lost.</summary>
public sealed class FloatValueNode(string value) : ValueNode
{
    /// <summary>The literal's text.</summary>
    public string Value { get; } = value;
}

/// <summary>§2.10.4 A string or block string, with its escapes resolved.</summary>
public sealed class StringValueNode(string value, bool block = false) : ValueNode
{
    /// <summary>The string that the literal stands for.</summary>
    public string Value { get; } = value;

    /// <summary>Whether it was written between triple quotes.</summary>
    public bool Block { get; } = block;
}

/// <summary>§2.10.3 <c>true</c> or <c>false</c>.</summary>
public sealed class BooleanValueNode(bool value) : ValueNode
{
    /// <summary>The literal's value.</summary>
    public bool Value { get; } = value;
}

/// <summary>§2.10.5 <c>null</c>.</summary>
public sealed class NullValueNode : ValueNode;

/// <summary>§2.10.6 An enum value's name.</summary>
public sealed class EnumValueNode(string value) : ValueNode
{
    /// <summary>The name.</summary>
    public string Value { get; } = value;
}

/// <summary>§2.10.7 A list.</summary>
public sealed class ListValueNode(IReadOnlyList<ValueNode> items) : ValueNode
{
    /// <summary>The list's items.</summary>
    public IReadOnlyList<ValueNode> Items { get; } = items;
}

/// <summary>§2.10.8 An input object.</summary>
public sealed class ObjectValueNode(IReadOnlyList<ObjectFieldNode> fields) : ValueNode
{
    /// <summary>The object's fields, in the order of the text.</summary>
    public IReadOnlyList<ObjectFieldNode> Fields { get; } = fields;
}

/// <summary>One field of an input object.</summary>
public sealed class ObjectFieldNode(NameNode name, ValueNode value) : SyntaxNode
{
    /// <summary>The field's name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The field's value.</summary>
    public ValueNode Value { get; } = value;
}
