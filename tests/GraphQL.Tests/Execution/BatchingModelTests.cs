using System.Text;
using Investr.DataLoader;
using Investr.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Execution;

/// <summary>Random trees of fields that are there, load, load one after another, load inside a loader, or take their time.</summary>
public sealed class BatchingModelTests
{
    private const int Depth = 5;
    private const string Sdl = "type Query { a: Node b: Node } type Node { id: String! a: Node b: Node }";

    private enum Way
    {
        Plain,
        First,
        Second,
        FirstThenSecond,
        Nested,
        DelayThenFirst,
        Delay,
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Without_delays_the_number_of_batches_is_known_beforehand(int seed)
    {
        for (var round = 0; round < 100; round++)
        {
            var world = new World(seed * 1000 + round, ways: 4);
            var heard = await RunAsync(world);

            // One batch a loader and wave: what is asked for in a wave is there in the next one.
            var expected = new HashSet<(string Loader, int Wave)>();
            world.Simulate("", 0, Depth, expected);
            Assert.Equal(expected.Count, heard.Count);
            Assert.Equal(heard, await RunAsync(world));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_waits_for_what_it_ends(int seed)
    {
        var runs = Enumerable.Range(0, 60).Select(round => RunAsync(new World(seed * 1000 + round, ways: 7)));

        await Task.WhenAll(runs).WaitAsync(TimeSpan.FromSeconds(60));
    }

    private static async Task<List<int>> RunAsync(World world)
    {
        var server = new TestServer(Sdl);
        server.Services.AddScoped<First>().AddScoped<Second>().AddScoped<Nested>();
        server.On("Node.id", frame => frame.Parent);
        foreach (var type in new[] { "Query", "Node" })
        {
            server.On($"{type}.a", frame => world.Resolve(frame, "a"));
            server.On($"{type}.b", frame => world.Resolve(frame, "b"));
        }

        Assert.Equal($$"""{"data":{{Answer("", Depth)}}}""", await server.AskAsync($"{{ {Query(Depth)} }}"));
        return server.Heard.Batches;
    }

    private static string Query(int depth) => depth == 0 ? "id" : $"a {{ {Query(depth - 1)} }} b {{ {Query(depth - 1)} }}";

    private static string Answer(string path, int depth)
    {
        if (depth == 0) return $$"""{"id":"{{path}}"}""";
        return new StringBuilder("{\"a\":").Append(Answer(path + "a", depth - 1)).Append(",\"b\":").Append(Answer(path + "b", depth - 1)).Append('}').ToString();
    }

    private sealed class World(int seed, int ways)
    {
        public object Resolve(ResolverFrame frame, string field)
        {
            var path = (string?)frame.Parent + field;
            return WayTo(path) == Way.Plain ? path : LoadAsync(frame.Services, path);
        }

        public void Simulate(string path, int wave, int depth, HashSet<(string Loader, int Wave)> batches)
        {
            if (depth == 0) return;
            foreach (var child in new[] { path + "a", path + "b" })
            {
                var there = wave;
                var way = WayTo(child);
                if (way is Way.First or Way.FirstThenSecond) batches.Add(("first", there++));
                if (way is Way.Second or Way.FirstThenSecond) batches.Add(("second", there++));
                Simulate(child, there, depth - 1, batches);
            }
        }

        private Way WayTo(string path)
        {
            var hash = (uint)seed;
            foreach (var character in path) hash = (hash ^ character) * 16777619;
            return (Way)((hash ^ (hash >> 13)) % (uint)ways);
        }

        private async Task<object?> LoadAsync(IServiceProvider services, string path)
        {
            var (first, second) = (services.GetRequiredService<First>(), services.GetRequiredService<Second>());
            switch (WayTo(path))
            {
                case Way.First:
                    return await first.LoadAsync(path);
                case Way.Second:
                    return await second.LoadAsync(path);
                case Way.FirstThenSecond:
                    return await second.LoadAsync((await first.LoadAsync(path))!);
                case Way.Nested:
                    return await services.GetRequiredService<Nested>().LoadAsync(path);
                case Way.DelayThenFirst:
                    await Task.Delay(path.Length % 3);
                    return await first.LoadAsync(path);
                default:
                    await Task.Yield();
                    return path;
            }
        }
    }

    private sealed class First(IBatchScheduler scheduler) : BatchDataLoader<string, string>(scheduler)
    {
        protected override Task<IReadOnlyDictionary<string, string>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<string, string>>(keys.ToDictionary(key => key));
    }

    private sealed class Second(IBatchScheduler scheduler) : BatchDataLoader<string, string>(scheduler)
    {
        protected override Task<IReadOnlyDictionary<string, string>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<string, string>>(keys.ToDictionary(key => key));
    }

    private sealed class Nested(IBatchScheduler scheduler, Second second) : BatchDataLoader<string, string>(scheduler)
    {
        protected override async Task<IReadOnlyDictionary<string, string>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return (await second.LoadRequiredAsync(keys, cancellationToken)).ToDictionary(key => key);
        }
    }
}
