using Investr.DataLoader;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Generators;

/// <summary>Loaders that were made of static methods, within executed queries.</summary>
public sealed class GeneratedLoaderTests
{
    private readonly GalleryLog _log = new();

    private async Task<string> Ask(string query)
    {
        await using var services = GalleryServer.Services(_log).BuildServiceProvider(validateScopes: true);
        await using var scope = services.CreateAsyncScope();
        using var result = await services.GetRequiredService<IRequestExecutor>().ExecuteAsync(scope.ServiceProvider, query);
        return result.ToJson();
    }

    [Fact]
    public async Task Siblings_are_one_batch_of_the_keys_that_differ()
    {
        var answer = await Ask("{ paintings { painter { name } } }");

        // Nine paintings, by three painters.
        Assert.Equal(["painter 1,2,3"], _log.Fetches);
        Assert.StartsWith("""{"data":{"paintings":[{"painter":{"name":"Vermeer"}},{"painter":{"name":"Monet"}},""", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lookup_is_a_group_for_each_key()
    {
        var answer = await Ask("""{ painter(name: "Monet") { paintings { title } } }""");

        Assert.Equal(["name Monet", "paintings 2"], _log.Fetches);
        Assert.Equal("""{"data":{"painter":{"paintings":[{"title":"No. 2"},{"title":"No. 5"},{"title":"No. 8"}]}}}""", answer);
    }

    [Fact]
    public async Task A_dictionary_of_arrays_is_a_group_for_each_key_too_and_state_reaches_the_method()
    {
        var answer = await Ask("""{ titles(prefix: "*") }""");

        Assert.Equal("""{"data":{"titles":[["*No. 1","*No. 4","*No. 7"],[]]}}""", answer);
    }

    [Fact]
    public async Task A_loader_within_a_loader_is_the_request_s_so_that_their_keys_meet()
    {
        var answer = await Ask("{ paintings { country painter { country } } }");

        Assert.Equal(["painter 1,2,3"], _log.Fetches);
        Assert.StartsWith("""{"data":{"paintings":[{"country":"NL","painter":{"country":"NL"}},{"country":"FR",""", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_loader_has_loaded_is_not_fetched_again_by_another_key()
    {
        var answer = await Ask("""{ painter(name: "Degas") { again { name } } }""");

        Assert.Equal(["name Degas"], _log.Fetches);
        Assert.Equal("""{"data":{"painter":{"again":{"name":"Degas"}}}}""", answer);
    }

    [Fact]
    public async Task Each_fetch_has_services_of_its_own_unless_the_request_s_are_asked_for()
    {
        var answer = await Ask("{ paintings { painter { paintings { room } } } }");

        Assert.StartsWith("""{"data":{"paintings":[{"painter":{"paintings":[{"room":1},{"room":1},{"room":1}]}},""", answer, StringComparison.Ordinal);

        // One for the painters, one for their paintings, and one of the request's for the nine rooms.
        Assert.Equal(11, _log.Fetches.Count);
        Assert.Equal(3, _log.Sources.Distinct().Count());
        Assert.All(_log.Sources, source => Assert.Throws<ObjectDisposedException>(() => ((GallerySource)source).Fetch("late", [], 0)));
    }

    [Fact]
    public async Task A_state_that_is_needed_and_was_not_set_is_told()
    {
        await using var services = GalleryServer.Services(_log).AddScoped<IBatchScheduler, AutoBatchScheduler>().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();

        var missing = await Assert.ThrowsAsync<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<IRoomOfPaintingDataLoader>().LoadAsync(1));

        Assert.Equal("The state rooms of RoomOfPaintingDataLoader has not been set.", missing.Message);
    }

    [Fact]
    public async Task A_value_told_by_hand_is_known_to_those_that_look_it_up()
    {
        await using var services = GalleryServer.Services(_log).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();

        scope.ServiceProvider.GetRequiredService<PromiseCache>().PublishMany<Painter>([new(7, "Hals", "NL"), null]);

        Assert.Equal("Hals", (await scope.ServiceProvider.GetRequiredService<IPainterByIdDataLoader>().LoadAsync(7))!.Name);
        Assert.Empty(_log.Fetches);
    }

    [Fact]
    public async Task A_loader_and_its_interface_are_one_a_request()
    {
        await using var services = GalleryServer.Services(_log).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();

        Assert.Same(
            scope.ServiceProvider.GetRequiredService<PainterByIdDataLoader>(), scope.ServiceProvider.GetRequiredService<IPainterByIdDataLoader>());
    }
}
