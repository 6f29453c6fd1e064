namespace Investr.GraphQL.Types.Binding;

/// <summary>The arguments of a field as its methods' parameters are read, each at its place in the executor's array.</summary>
internal sealed class ArgumentList
{
    private readonly List<ArgumentDefinition> _arguments = [];

    public IReadOnlyList<ArgumentDefinition> All => _arguments;

    /// <summary>Adds an argument, or finds the one of that name that another method of the field has brought; gives its place.</summary>
    public int Add(ArgumentDefinition argument)
    {
        var known = _arguments.FindIndex(other => other.Name == argument.Name);
        if (known >= 0) return known;

        _arguments.Add(argument);
        return _arguments.Count - 1;
    }
}
