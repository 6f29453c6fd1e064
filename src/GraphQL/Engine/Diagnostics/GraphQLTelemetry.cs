namespace Investr.GraphQL.Diagnostics;

/// <summary>What OpenTelemetry asks for to hear of a GraphQL server: <c>AddSource(GraphQLTelemetry.Name)</c> and
/// <c>AddMeter(GraphQLTelemetry.Name)</c>.</summary>
public static class GraphQLTelemetry
{
    /// <summary>The name of the library's activities and of its instruments.</summary>
    public const string Name = "Investr.GraphQL";
}
