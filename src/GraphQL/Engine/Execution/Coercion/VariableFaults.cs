using Investr.GraphQL.Language;

namespace Investr.GraphQL.Execution.Coercion;

/// <summary>What is wrong with a request's variables, in graphql-js's words.</summary>
internal sealed class VariableFaults
{
    private const int MaxErrors = 50;

    private List<IError>? _errors;

    public int Count => _errors?.Count ?? 0;

    /// <summary>Tells of a fault of the variable as a whole.</summary>
    /// <exception cref="GraphQLException">There are too many.</exception>
    public void Add(VariablePlan variable, string message)
    {
        _errors ??= [];
        _errors.Add(new GraphQLError(message) { Code = ErrorCodes.InvalidVariable, Locations = [variable.Location] });
        if (_errors.Count < MaxErrors) return;

        const string TooMany = "Too many errors processing variables, error limit reached. Execution aborted.";
        _errors.Add(new GraphQLError(TooMany) { Code = ErrorCodes.InvalidVariable });
        throw new GraphQLException(_errors);
    }

    /// <summary>Tells of a fault inside a variable's value: where, the value there, and what is wrong with it.</summary>
    /// <exception cref="GraphQLException">There are too many.</exception>
    public void Add(VariablePlan variable, InputPath? path, ValueNode value, string message)
    {
        var place = path is null ? "" : $" at \"{variable.Name}{path}\"";
        Add(variable, $"Variable \"${variable.Name}\" got invalid value {ValueInspection.Of(value)}{place}; {message}");
    }

    /// <exception cref="GraphQLException">There are faults.</exception>
    public void ThrowIfAny()
    {
        if (_errors is not null) throw new GraphQLException(_errors);
    }
}
