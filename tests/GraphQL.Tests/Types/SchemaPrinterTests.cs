using System.Runtime.CompilerServices;
using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Tests.Types;

public sealed class SchemaPrinterTests
{
    private static string Expected([CallerFilePath] string here = "") => File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "brokerage.graphql"));

    [Fact]
    public void A_whole_program_prints_as_its_schema() => Assert.Equal(Expected(), SchemaPrinter.Print(BrokerageSchema.Make()));

    [Fact]
    public void What_is_printed_is_a_document_of_the_language() =>
        Assert.Equal("directive", Parser.Parse(new SourceText(Expected()), ParserLimits.Schema).Definitions is [DirectiveDefinitionNode, ..] ? "directive" : "");

    [Fact]
    public void Descriptions_defaults_and_directives_are_laid_out_as_graphql_js_does()
    {
        var type = new InputObjectType("Filter") { Description = "Says \"\"\"what\"\"\" to take.\n\n  - and how", IsOneOf = true };
        type.SetFields(
        [
            new("text", BuiltInScalars.String) { Description = "Ends in a quote\"", DeprecationReason = "No longer supported" },
            new("numbers", new ListType(BuiltInScalars.Int)) { DefaultValue = Parser.ParseValue(new("[1, 2]")), DeprecationReason = "Say \"why\"" },
        ]);

        Assert.Equal(
            """"
            """
            Says \"""what\""" to take.

              - and how
            """
            input Filter @oneOf {
              """
              Ends in a quote"
              """
              text: String @deprecated
              numbers: [Int] = [1, 2] @deprecated(reason: "Say \"why\"")
            }
            """",
            SchemaPrinter.Print(type));
    }

    [Fact]
    public void A_description_that_a_block_string_would_change_is_quoted() =>
        // Read again, a block string would lose the indentation that all of its lines share.
        Assert.StartsWith("\"  a\\n  b\"\nunion Both", SchemaPrinter.Print(new UnionType("Both") { Description = "  a\n  b" }), StringComparison.Ordinal);
}
