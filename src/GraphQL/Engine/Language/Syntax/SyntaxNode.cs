namespace Investr.GraphQL.Language;

/// <summary>A part of a parsed document, with its place in the source as UTF-8 byte offsets.</summary>
public abstract class SyntaxNode
{
    /// <summary>The offset of the node's first byte.</summary>
    public int Start { get; init; }

    /// <summary>The offset after the node's last byte.</summary>
    public int End { get; init; }
}

/// <summary>§2.1.9 Name.</summary>
public sealed class NameNode(string value) : SyntaxNode
{
    /// <summary>The name's text.</summary>
    public string Value { get; } = value;

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>§2.2 Document: one or more definitions, and the text that they were parsed from.</summary>
public sealed class DocumentNode(SourceText source, IReadOnlyList<DefinitionNode> definitions) : SyntaxNode
{
    /// <summary>The text that the node offsets point into.</summary>
    public SourceText Source { get; } = source;

    /// <summary>The definitions, in the order of the text.</summary>
    public IReadOnlyList<DefinitionNode> Definitions { get; } = definitions;
}

/// <summary>Anything that may stand at the top of a document.</summary>
public abstract class DefinitionNode : SyntaxNode;
