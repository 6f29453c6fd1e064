using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Documents;

public sealed class PersistedOperationTests : IDisposable
{
    private const string Query = "query A($n: Int) { echo(n: $n) }";
    private const AllowedOperations ByPost = AllowedOperations.Query | AllowedOperations.Mutation;
    private readonly string _folder = Directory.CreateTempSubdirectory("documents-").FullName;
    private readonly ServiceCollection _services = new();
    private readonly IRequestExecutorBuilder _builder;

    public PersistedOperationTests() => _builder = _services.AddGraphQLServer().AddType(typeof(Queries));

    [QueryType]
    public static class Queries
    {
        public static int? GetEcho(int? n) => n;
    }

    [Fact]
    public async Task A_document_is_found_by_its_hash_once_it_was_sent_with_it()
    {
        _builder.UseAutomaticPersistedOperations();
        await using var services = _services.BuildServiceProvider();

        Assert.Contains("\"PersistedQueryNotFound\"", await AskAsync(services, hash: HashOf(Query)));
        Assert.Equal("""{"data":{"echo":null}}""", await AskAsync(services, Query, hash: HashOf(Query)));
        Assert.Equal("""{"data":{"echo":3}}""", await AskAsync(services, hash: HashOf(Query), variables: """{"n":3}"""));
        Assert.Equal("""{"data":{"echo":3}}""", await AskAsync(services, hash: HashOf(Query).ToUpperInvariant(), variables: """{"n":3}"""));
    }

    [Fact]
    public async Task The_hash_is_that_of_the_text_without_the_escapes_of_JSON()
    {
        _builder.UseAutomaticPersistedOperations();
        await using var services = _services.BuildServiceProvider();

        Assert.Equal("""{"data":{"echo":1}}""", await AskAsync(services, @"{\n echo(n: 1) }", hash: HashOf("{\n echo(n: 1) }"), escaped: true));
        Assert.Equal("""{"data":{"echo":1}}""", await AskAsync(services, hash: HashOf("{\n echo(n: 1) }")));
    }

    [Fact]
    public async Task A_hash_of_something_else_is_refused_and_remembers_nothing()
    {
        _builder.UseAutomaticPersistedOperations();
        await using var services = _services.BuildServiceProvider();

        Assert.Contains("HC0021", await AskAsync(services, "{ echo }", hash: HashOf(Query)));
        Assert.Contains("HC0020", await AskAsync(services, hash: HashOf(Query)));
    }

    [Fact]
    public async Task A_document_that_is_not_valid_is_not_remembered()
    {
        _builder.UseAutomaticPersistedOperations();
        await using var services = _services.BuildServiceProvider();

        Assert.Contains("HC0017", await AskAsync(services, "{ nothing }", hash: HashOf("{ nothing }")));
        Assert.Contains("HC0020", await AskAsync(services, hash: HashOf("{ nothing }")));
    }

    [Fact]
    public async Task A_GET_finds_and_does_not_remember()
    {
        _builder.UseAutomaticPersistedOperations();
        await using var services = _services.BuildServiceProvider();

        Assert.DoesNotContain("errors", await AskAsync(services, Query, hash: HashOf(Query), allowed: AllowedOperations.Query));
        Assert.Contains("HC0020", await AskAsync(services, hash: HashOf(Query)));

        await AskAsync(services, Query, hash: HashOf(Query));
        Assert.DoesNotContain("errors", await AskAsync(services, hash: HashOf(Query), allowed: AllowedOperations.Query));
    }

    [Fact]
    public async Task What_is_remembered_is_bounded()
    {
        // An entry weighs 1,024 bytes and its text; three fit.
        _builder.UseAutomaticPersistedOperations().ModifyRequestOptions(options => options.PersistedOperations.RememberedBytes = 3 * 1_100);
        await using var services = _services.BuildServiceProvider();
        string[] documents = [.. Enumerable.Range(0, 4).Select(i => $"{{ echo(n: {i}) }}")];

        foreach (var document in documents) await AskAsync(services, document, hash: HashOf(document));

        Assert.Contains("HC0020", await AskAsync(services, hash: HashOf(documents[0])));
        foreach (var document in documents[1..]) Assert.DoesNotContain("errors", await AskAsync(services, hash: HashOf(document)));
    }

    [Fact]
    public async Task Without_the_option_nothing_is_remembered()
    {
        await using var services = _services.BuildServiceProvider();

        Assert.DoesNotContain("errors", await AskAsync(services, Query, hash: HashOf(Query)));
        Assert.Contains("HC0020", await AskAsync(services, hash: HashOf(Query)));
    }

    [Theory]
    [InlineData("page-1", true)]
    [InlineData("sha256:page-1", true)]
    [InlineData("page-2", false)]
    [InlineData("../secret", false)]
    [InlineData("", false)]
    public async Task A_trusted_document_is_a_file_of_the_folder(string id, bool isThere)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "page-1.graphql"), Query, TestContext.Current.CancellationToken);
        _builder.AddFileSystemOperationDocumentStorage(_folder);
        await using var services = _services.BuildServiceProvider();

        var answer = await AskAsync(services, id: id, variables: """{"n":5}""");

        Assert.Equal(isThere, answer == """{"data":{"echo":5}}""");
        Assert.Equal(!isThere, answer.Contains("HC0020", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(256, "HC0020")]
    [InlineData(257, "HC0020")]
    public async Task A_long_id_is_not_even_looked_for(int length, string code)
    {
        var storage = new Storage();
        _services.AddSingleton<IOperationDocumentStorage>(storage);
        await using var services = _services.BuildServiceProvider();

        Assert.Contains(code, await AskAsync(services, id: new string('x', length)));
        Assert.Equal(length <= 256 ? 1 : 0, storage.Asked);
    }

    [Fact]
    public async Task Only_trusted_documents_run_where_that_is_asked_for()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, HashOf(Query) + ".graphql"), Query, TestContext.Current.CancellationToken);
        _builder.AddFileSystemOperationDocumentStorage(_folder).UseAutomaticPersistedOperations()
            .ModifyRequestOptions(options => options.PersistedOperations.OnlyAllowPersistedDocuments = true);
        await using var services = _services.BuildServiceProvider();

        Assert.Contains("HC0067", await AskAsync(services, Query));
        Assert.Contains("HC0067", await AskAsync(services, "{ echo }", hash: HashOf("{ echo }")));
        Assert.Contains("HC0020", await AskAsync(services, hash: HashOf("{ echo }")));
        Assert.Equal("""{"data":{"echo":null}}""", await AskAsync(services, id: HashOf(Query)));

        services.GetRequiredService<RequestOptions>().PersistedOperations.AllowDocumentBody = true;
        Assert.Equal("""{"data":{"echo":null}}""", await AskAsync(services, Query));
        Assert.Contains("HC0067", await AskAsync(services, "{ echo }"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static async Task<string> AskAsync(
        ServiceProvider services,
        string query = "",
        string? hash = null,
        string? id = null,
        string? variables = null,
        bool escaped = false,
        AllowedOperations allowed = ByPost)
    {
        await using var scope = services.CreateAsyncScope();
        using var result = await services.GetRequiredService<IRequestExecutor>().ExecuteAsync(
            new()
            {
                Query = Encoding.UTF8.GetBytes(query),
                QueryIsEscaped = escaped,
                DocumentHash = hash,
                DocumentId = id,
                Variables = Encoding.UTF8.GetBytes(variables ?? ""),
                Allowed = allowed,
                Services = scope.ServiceProvider,
            },
            TestContext.Current.CancellationToken);
        return result.ToJson();
    }

    private sealed class Storage : IOperationDocumentStorage
    {
        public int Asked { get; private set; }

        public ValueTask<ReadOnlyMemory<byte>?> TryReadAsync(string documentId, CancellationToken cancellationToken)
        {
            Asked++;
            return default;
        }
    }
}
