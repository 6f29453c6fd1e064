using System.Collections.Concurrent;
using System.Text;
using Investr.DataLoader;
using Investr.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Execution;

/// <summary>Random trees of fields that are there, load, load one after another, load inside a loader, or take their time.</summary>
public sealed class BatchingModelTests
{
    private const int Depth = 5;
    private const int Rounds = 300;
    private const string Sdl = "type Query { a: Node b: Node } type Node { id: String! a: Node b: Node }";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private enum Way
    {
        Plain,
        First,
        Second,
        FirstThenSecond,
        Nested,
        DelayThenFirst,
        Delay,
        Last = Delay,
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Without_delays_the_number_of_batches_is_known_beforehand(int seed)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var world = new World(seed * Rounds + round, ways: (int)Way.DelayThenFirst);
            var heard = await RunAsync(world);

            // One batch a loader and wave: what is asked for in a wave is there in the next one.
            Assert.Equal(world.Simulated().Batches.Count, heard.Count);
            Assert.Equal(heard.Sum(), world.Fetched.Count);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Whatever_waits_for_what_it_ends_and_each_key_is_fetched_once(int seed)
    {
        var worlds = Enumerable.Range(0, Rounds).Select(round => new World(seed * Rounds + round, ways: (int)Way.Last + 1)).ToList();
        foreach (var some in worlds.Chunk(50)) await Task.WhenAll(some.Select(RunAsync)).WaitAsync(Patience);

        foreach (var world in worlds)
            Assert.Equal(world.Simulated().Keys.Order(StringComparer.Ordinal), world.Fetched.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_client_that_goes_at_any_moment_ends_its_request_and_nobody_waits_for_ever(int seed)
    {
        var gone = 0;
        for (var round = 0; round < Rounds; round++)
        {
            using var client = new CancellationTokenSource();
            // There are 62 fields, and some steps more.
            var world = new World(seed * Rounds + round, ways: (int)Way.Last + 1) { Client = client, LastStep = round * 80 / Rounds };
            try
            {
                await RunAsync(world, client.Token).WaitAsync(Patience, CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                gone++;
            }

            await Task.WhenAll(world.Steps).WaitAsync(Patience, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            Assert.All(world.Steps, step => Assert.True(step.IsCompleted));
        }

        Assert.InRange(gone, Rounds / 2, Rounds);
    }

    private static async Task<List<int>> RunAsync(World world) => await RunAsync(world, CancellationToken.None);

    private static async Task<List<int>> RunAsync(World world, CancellationToken client)
    {
        var server = new TestServer(Sdl);
        server.Services.AddSingleton(world).AddScoped<First>().AddScoped<Second>().AddScoped<Nested>().AddScoped<Inner>();
        server.On("Node.id", frame => frame.Parent);
        foreach (var type in new[] { "Query", "Node" })
        {
            server.On($"{type}.a", frame => world.Resolve(frame, "a"));
            server.On($"{type}.b", frame => world.Resolve(frame, "b"));
        }

        using var running = server.Start();
        Assert.Equal($$"""{"data":{{Answer("", Depth)}}}""", await running.AskAsync($"{{ {Query(Depth)} }}", cancellationToken: client));
        return server.Heard.Batches;
    }

    private static string Query(int depth) => depth == 0 ? "id" : $"a {{ {Query(depth - 1)} }} b {{ {Query(depth - 1)} }}";

    private static string Answer(string path, int depth)
    {
        if (depth == 0) return $$"""{"id":"{{path}}"}""";
        return new StringBuilder("{\"a\":").Append(Answer(path + "a", depth - 1)).Append(",\"b\":").Append(Answer(path + "b", depth - 1)).Append('}').ToString();
    }

    /// <summary>Which way each field goes is decided by its path alone.</summary>
    private sealed class World(int seed, int ways)
    {
        private int _step;

        /// <summary>The keys that were fetched, each with its loader.</summary>
        public ConcurrentBag<string> Fetched { get; } = [];

        /// <summary>All that resolvers began.</summary>
        public ConcurrentBag<Task> Steps { get; } = [];

        /// <summary>Goes at the last step, where there is one.</summary>
        public CancellationTokenSource? Client { get; init; }

        public int LastStep { get; init; }

        public object Resolve(ResolverFrame frame, string field)
        {
            var path = (string?)frame.Parent + field;
            Step();
            if (WayTo(path) == Way.Plain) return path;

            var loaded = LoadAsync(frame.Services, path);
            Steps.Add(loaded);
            return loaded;
        }

        public void Step()
        {
            if (Client is not null && Interlocked.Increment(ref _step) == LastStep + 1) Client.Cancel();
        }

        /// <summary>The batches that must be made where nothing is delayed, and the keys that must be fetched in any case.</summary>
        public (HashSet<(string Loader, int Wave)> Batches, List<string> Keys) Simulated()
        {
            var (batches, keys) = (new HashSet<(string Loader, int Wave)>(), new List<string>());
            Simulate("", 0, Depth, (loader, wave, path) =>
            {
                batches.Add((loader, wave));
                keys.Add($"{loader} {path}");
            });
            return (batches, keys);
        }

        private void Simulate(string path, int wave, int depth, Action<string, int, string> load)
        {
            if (depth == 0) return;
            foreach (var child in new[] { path + "a", path + "b" })
            {
                var there = wave;
                var way = WayTo(child);
                if (way is Way.First or Way.FirstThenSecond or Way.DelayThenFirst) load("first", there++, child);
                if (way is Way.Second or Way.FirstThenSecond) load("second", there++, child);
                if (way is Way.Nested)
                {
                    load("nested", there++, child);
                    load("inner", there++, child);
                }

                Simulate(child, there, depth - 1, load);
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

    private sealed class First(World world, IBatchScheduler scheduler) : EchoLoader("first", world, scheduler);

    private sealed class Second(World world, IBatchScheduler scheduler) : EchoLoader("second", world, scheduler);

    private sealed class Inner(World world, IBatchScheduler scheduler) : EchoLoader("inner", world, scheduler);

    /// <summary>Asks another loader for what it was asked.</summary>
    private sealed class Nested(World world, IBatchScheduler scheduler, Inner inner) : EchoLoader("nested", world, scheduler)
    {
        protected override async Task<IReadOnlyDictionary<string, string>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
        {
            var asked = keys.ToArray();
            await base.LoadBatchAsync(asked, cancellationToken);
            return (await inner.LoadRequiredAsync(asked, cancellationToken)).ToDictionary(key => key);
        }
    }

    private abstract class EchoLoader(string name, World world, IBatchScheduler scheduler) : BatchDataLoader<string, string>(scheduler)
    {
        protected override Task<IReadOnlyDictionary<string, string>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
        {
            world.Step();
            foreach (var key in keys) world.Fetched.Add($"{name} {key}");
            return Task.FromResult<IReadOnlyDictionary<string, string>>(keys.ToDictionary(key => key));
        }
    }
}
