using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using Investr.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.AspNetCore;

public sealed class CacheControlTests : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        var services = new ServiceCollection();
        services.AddGraphQLServer().AddType(typeof(Newsstand)).AddType(typeof(Printing)).AddType<IReadable>().AddType<Paper>().AddType<Book>();
        var executor = services.BuildServiceProvider().GetRequiredService<IRequestExecutor>();
        _server = await TestServer.StartAsync(executor);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    // 300 s a paper, 60 s its headline, 30 s an author; nothing else says how long.
    [Theory]
    [InlineData("{ paper { title } }", "max-age=300, public")]
    [InlineData("{ paper { title headline } }", "max-age=60, public")]
    [InlineData("{ paper { __typename editor { name } } }", "max-age=300, public")]
    [InlineData("{ paper { author { name } } }", "max-age=30, public")]
    [InlineData("{ paper { author { name } secret } }", "max-age=30, private")]
    [InlineData("{ mine { title } }", "max-age=10, private")]
    [InlineData("{ anything { title } }", "max-age=20, public")]
    [InlineData("{ paper { printer { name } } }", null)]
    [InlineData("{ paper { title } time }", null)]
    [InlineData("{ time }", null)]
    [InlineData("{ __typename }", null)]
    [InlineData("{ paper { title broken } }", null)]
    [InlineData("mutation { print { title } }", null)]
    public async Task An_answer_is_good_as_long_as_the_part_that_changes_first(string query, string? header)
    {
        using var response = await _server.Client.PostAsJsonAsync("/graphql", new { query });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(header, PolicyOf(response));
        Assert.Equal(header is not null, response.Headers.ETag is not null);
    }

    [Fact]
    public async Task A_client_that_has_the_answer_is_told_so_and_nothing_more()
    {
        using var first = await GetAsync("{paper{title}}");
        var tag = first.Headers.ETag!.ToString();
        Assert.Equal("Accept", string.Join(',', first.Headers.Vary));

        foreach (var known in new[] { tag, "W/" + tag, $"\"other\", {tag}", "*" })
        {
            using var again = await GetAsync("{paper{title}}", known);
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Equal(("max-age=300, public", tag), (PolicyOf(again), again.Headers.ETag!.ToString()));
            Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        }

        using var other = await GetAsync("{paper{title headline}}", tag);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.NotEqual(tag, other.Headers.ETag!.ToString());
    }

    [Fact]
    public async Task The_same_answer_in_another_type_is_another()
    {
        using var one = await GetAsync("{paper{title}}");
        using var two = await GetAsync("{paper{title}}", accept: "application/json");

        Assert.NotEqual(one.Headers.ETag, two.Headers.ETag);
    }

    [Fact]
    public async Task A_post_is_answered_whole()
    {
        using var first = await GetAsync("{paper{title}}");
        using var post = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "{paper{title}}" }) };
        post.Headers.TryAddWithoutValidation("If-None-Match", "*");

        using var response = await _server.Client.SendAsync(post);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public void The_schema_tells_it()
    {
        var services = new ServiceCollection();
        services.AddGraphQLServer().AddType(typeof(Newsstand)).AddType(typeof(Printing)).AddType<IReadable>().AddType<Paper>().AddType<Book>();
        using var provider = services.BuildServiceProvider();

        var printed = SchemaPrinter.Print(provider.GetRequiredService<Schema>());

        Assert.Contains("mine: Paper! @cacheControl(maxAge: 10, scope: PRIVATE)", printed, StringComparison.Ordinal);
        Assert.Contains("editor: Author! @cacheControl(inheritMaxAge: true)", printed, StringComparison.Ordinal);
        Assert.Contains("type Paper implements Readable @cacheControl(maxAge: 300)", printed, StringComparison.Ordinal);
        Assert.Contains("enum CacheControlScope {", printed, StringComparison.Ordinal);
    }

    private static string? PolicyOf(HttpResponseMessage response) => response.Headers.CacheControl is not { } policy ? null
        : $"max-age={policy.MaxAge!.Value.TotalSeconds}, {(policy.Private ? "private" : policy.Public ? "public" : "?")}";

    private Task<HttpResponseMessage> GetAsync(string query, string? known = null, string accept = "application/graphql-response+json")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(query)}") { Headers = { { "Accept", accept } } };
        if (known is not null) request.Headers.TryAddWithoutValidation("If-None-Match", known);
        return _server.Client.SendAsync(request);
    }

    [InterfaceType]
    [GraphQLName("Readable")]
    public interface IReadable
    {
        string Title { get; }
    }

    [ObjectType]
    [CacheControl(300)]
    public sealed class Paper : IReadable
    {
        public string Title => "The Paper";

        [CacheControl(60)]
        public string Headline => "News";

        [CacheControl(Scope = CacheControlScope.Private)]
        public string Secret => "page 7";

        [CacheControl(30)]
        public Author Author => new("Ann");

        [CacheControl(InheritMaxAge = true)]
        public Author Editor => new("Ed");

        public Author Printer => new("Pat");

        public string? Broken => throw new InvalidOperationException();
    }

    [ObjectType]
    [CacheControl(20)]
    public sealed class Book : IReadable
    {
        public string Title => "The Book";
    }

    public sealed record Author(string Name);

    [QueryType]
    internal static class Newsstand
    {
        public static Paper GetPaper() => new();

        [CacheControl(10, Scope = CacheControlScope.Private)]
        public static Paper GetMine() => new();

        public static IReadable GetAnything() => new Book();

        public static string GetTime(ClaimsPrincipal reader) => reader.Identity?.Name ?? "noon";
    }

    [MutationType]
    internal static class Printing
    {
        public static Paper Print() => new();
    }
}
