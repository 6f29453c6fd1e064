namespace Investr.GraphQL.Execution.Coercion;

/// <summary>A place inside a variable's value.</summary>
internal sealed record InputPath(InputPath? Parent, string? Name, int Index)
{
    public override string ToString() => $"{Parent}{(Name is null ? $"[{Index}]" : $".{Name}")}";
}
