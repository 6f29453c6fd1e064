using Investr.GraphQL.Language;

namespace Investr.GraphQL.Types;

/// <summary>§3 A schema from its text: it describes and validates, and has no resolvers.</summary>
public static class SchemaFromSdl
{
    /// <summary>Reads the definitions and extensions of a schema.</summary>
    /// <param name="sdl">The schema's text. It is taken to be valid; what is not checked here is checked by schema validation.</param>
    /// <param name="scalars">Scalars to use for names that the text declares; others accept any literal.</param>
    /// <exception cref="SyntaxException">The text does not parse.</exception>
    /// <exception cref="ArgumentException">The text names a type that it does not define, or one that cannot stand there.</exception>
    public static Schema Build(string sdl, params IReadOnlyList<ScalarType> scalars)
    {
        var document = Parser.Parse(sdl, ParserLimits.Schema);
        var definitions = document.Definitions.OfType<TypeDefinitionNode>().ToLookup(definition => definition.Name.Value, StringComparer.Ordinal);
        var types = new SdlTypes(definitions, scalars);
        var directives = document.Definitions.OfType<DirectiveDefinitionNode>().Select(types.Directive).ToList();
        var roots = RootsOf(document, definitions);

        return new(
            Root(types, roots, OperationType.Query),
            Root(types, roots, OperationType.Mutation),
            Root(types, roots, OperationType.Subscription),
            types.All(),
            [.. directives, .. SpecifiedDirectives.All.Where(specified => directives.TrueForAll(directive => directive.Name != specified.Name))],
            document.Definitions.OfType<SchemaNode>().FirstOrDefault(schema => !schema.IsExtension)?.Description?.Value);
    }

    // §3.3.1: without a schema definition, the root types are those of the default names.
    private static Dictionary<OperationType, string> RootsOf(DocumentNode document, ILookup<string, TypeDefinitionNode> definitions)
    {
        var schemas = document.Definitions.OfType<SchemaNode>().ToList();
        var roots = schemas.Exists(schema => !schema.IsExtension)
            ? []
            : Enum.GetValues<OperationType>().Where(operation => definitions.Contains(operation.ToString())).ToDictionary(operation => operation, operation => operation.ToString());
        foreach (var root in schemas.SelectMany(schema => schema.Operations)) roots[root.Operation] = root.Type.Name.Value;
        return roots;
    }

    private static ObjectType? Root(SdlTypes types, Dictionary<OperationType, string> roots, OperationType operation) =>
        roots.TryGetValue(operation, out var name) ? types.Find<ObjectType>(name) : null;
}
