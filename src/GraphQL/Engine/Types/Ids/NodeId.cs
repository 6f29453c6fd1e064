using Investr.GraphQL.Types.Ids;

namespace Investr.GraphQL.Types;

/// <summary>Global ids outside of GraphQL, such as in an address that a client was given one for.</summary>
public static class NodeId
{
    /// <summary>The global id of a node that is identified by a <see cref="Guid"/>.</summary>
    /// <param name="typeName">The name of the node's type.</param>
    /// <param name="id">The identity.</param>
    public static string Of(string typeName, Guid id) => new GlobalId<Guid>(typeName, new GuidIdFormat()).Format(id);

    /// <summary>Reads the global id of a node that is identified by a <see cref="Guid"/>.</summary>
    /// <param name="text">The global id.</param>
    /// <param name="typeName">The name of the node's type.</param>
    /// <param name="id">The identity.</param>
    /// <returns>Whether it is well-formed and of that type.</returns>
    public static bool TryRead(string text, string typeName, out Guid id)
    {
        id = new GlobalId<Guid>(typeName, new GuidIdFormat()).Parse(text) is Guid read ? read : default;
        return id != default;
    }
}
