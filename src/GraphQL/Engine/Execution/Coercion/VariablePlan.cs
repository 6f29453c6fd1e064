using System.Text;
using Investr.GraphQL.Language;
using Investr.GraphQL.Types;
using Investr.GraphQL.Validation;

namespace Investr.GraphQL.Execution.Coercion;

/// <summary>A declared variable, with what can be decided before its value is known.</summary>
internal sealed class VariablePlan
{
    public VariablePlan(Schema schema, DocumentNode document, VariableDefinitionNode definition)
    {
        Name = definition.Variable.Name.Value;
        Utf8Name = Encoding.UTF8.GetBytes(Name);
        Type = schema.TypeOf(definition.Type)
            ?? throw new InvalidOperationException($"There is no type {definition.Type}: validation has seen to it.");
        Default = definition.DefaultValue;
        Location = document.Source.LocationOf(definition.Start);
    }

    public string Name { get; }

    public byte[] Utf8Name { get; }

    public GraphQLType Type { get; }

    public ValueNode? Default { get; }

    public SourceLocation Location { get; }
}
