using Investr.Api.Tests.Host;
using Investr.GraphQL.Types;
using Investr.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Api.Tests;

public sealed class SchemaTests(TestApi api) : IClassFixture<TestApi>
{
    private const string Renewal = "The served schema is not the one in src/Api/schema.graphql. Where the change is meant, renew the file with "
        + "`dotnet run --project src/Api -- schema print > src/Api/schema.graphql` (or `make schema`), look at the difference, and tell it in CHANGELOG.md.";

    [Fact]
    public async Task The_schema_file_is_the_schema_that_is_served()
    {
        var file = await File.ReadAllTextAsync(Path.Combine(Repository.Folder, "src/Api/schema.graphql"), TestContext.Current.CancellationToken);
        var served = SchemaPrinter.Print(api.Services.GetRequiredService<Schema>());

        Assert.True(file.ReplaceLineEndings("\n").TrimEnd() == served.ReplaceLineEndings("\n").TrimEnd(), Renewal);
    }

    [Fact]
    public async Task The_schema_can_be_fetched_as_a_file()
    {
        var response = await api.Nobody.GetAsync("/graphql/schema.graphql");

        Assert.True(response.IsSuccessStatusCode);
        Assert.Contains("type Portfolio implements Node", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
