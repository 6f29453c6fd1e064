using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL;

/// <summary>A field as an operation asks for it.</summary>
public interface ISelection
{
    /// <summary>The name under which the response answers.</summary>
    string ResponseName { get; }

    /// <summary>The field's definition.</summary>
    FieldDefinition Field { get; }

    /// <summary>Where the document asks for it, once at least.</summary>
    IReadOnlyList<FieldNode> Nodes { get; }

    /// <summary>What is asked of its value, where that is of the type: fragments spread, conditions decided.</summary>
    IReadOnlyList<ISelection> GetSelections(ObjectType type);
}
