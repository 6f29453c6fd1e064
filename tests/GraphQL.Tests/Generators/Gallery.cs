using System.Collections.Concurrent;
using System.Globalization;
using Investr.DataLoader;
using Microsoft.Extensions.DependencyInjection;

[assembly: DataLoaderModule("GalleryLoaders", IsInternal = true)]

namespace Investr.GraphQL.Tests.Generators;

public sealed record Painter(int Id, string Name, string Country);

public sealed record Painting(int Id, string Title, [property: GraphQLIgnore] int PainterId);

/// <summary>What the loaders read: each fetch asks for one of its own, which tells what was fetched.</summary>
internal sealed class GallerySource(GalleryLog log) : IDisposable
{
    public static readonly Painter[] Painters = [new(1, "Vermeer", "NL"), new(2, "Monet", "FR"), new(3, "Degas", "FR")];

    public static readonly Painting[] Paintings = [.. Enumerable.Range(1, 9).Select(id => new Painting(id, $"No. {id}", ((id - 1) % 3) + 1))];

    private bool _isClosed;

    public T Fetch<T>(string loader, IEnumerable<object> keys, T found)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        log.Fetches.Enqueue($"{loader} {string.Join(',', keys)}");
        log.Sources.Add(this);
        return found;
    }

    public void Dispose() => _isClosed = true;
}

internal sealed class GalleryLog
{
    public ConcurrentQueue<string> Fetches { get; } = new();

    public ConcurrentBag<object> Sources { get; } = [];
}

public interface IRestorers
{
    string? Of(int painting);
}

internal static class GalleryLoaders
{
    [DataLoader(Lookups = [nameof(IdOf)])]
    public static async Task<IReadOnlyDictionary<int, Painter>> GetPainterByIdAsync(
        IReadOnlyList<int> keys, GallerySource source, CancellationToken cancellationToken)
    {
        await Task.Delay(1, cancellationToken);
        return source.Fetch("painter", keys.Cast<object>(), GallerySource.Painters.Where(painter => keys.Contains(painter.Id)).ToDictionary(painter => painter.Id));
    }

    internal static int IdOf(Painter painter) => painter.Id;

    [DataLoader]
    public static ValueTask<Dictionary<string, Painter>> GetPainterByNameAsync(IReadOnlyList<string> names, GallerySource source) =>
        new(source.Fetch("name", names, GallerySource.Painters.Where(painter => names.Contains(painter.Name)).ToDictionary(painter => painter.Name)));

    [DataLoader]
    public static Task<ILookup<int, Painting>> GetPaintingsByPainterAsync(IReadOnlyList<int> painters, GallerySource source) => Task.FromResult(
        source.Fetch("paintings", painters.Cast<object>(), GallerySource.Paintings.Where(painting => painters.Contains(painting.PainterId)).ToLookup(painting => painting.PainterId)));

    [DataLoader("TitlesOf")]
    public static Task<Dictionary<int, string[]>> LoadTitlesAsync(IReadOnlyList<int> painters, [DataLoaderState] string? prefix = "…") => Task.FromResult(
        GallerySource.Paintings.Where(painting => painters.Contains(painting.PainterId)).GroupBy(painting => painting.PainterId)
            .ToDictionary(group => group.Key, group => group.Select(painting => prefix + painting.Title).ToArray()));

    // A loader within a loader: it is the request's own.
    [DataLoader]
    public static async Task<string?> GetCountryOfPainterAsync(int painter, IPainterByIdDataLoader painters, IRestorers? restorers, CancellationToken cancellationToken) =>
        restorers?.Of(painter) ?? (await painters.LoadAsync(painter, cancellationToken))?.Country;

    [DataLoader(ServiceScope = DataLoaderServiceScope.OriginalScope)]
    public static Task<int> GetRoomOfPaintingAsync(int painting, GallerySource source, [DataLoaderState("rooms")] int rooms) =>
        Task.FromResult(source.Fetch("room", [painting], painting % rooms));
}

[QueryType]
internal static class GalleryQueries
{
    public static IReadOnlyList<Painting> GetPaintings() => GallerySource.Paintings;

    public static Task<Painter?> GetPainter(string name, IPainterByNameDataLoader painters) => painters.LoadAsync(name);

    public static Task<IReadOnlyList<string[]?>> GetTitles(string prefix, ITitlesOfDataLoader titles) => titles.SetState("prefix", prefix).LoadAsync([1, 4]);
}

[ObjectType<Painting>]
internal static class PaintingType
{
    public static Task<Painter> GetPainterAsync([Parent] Painting painting, IPainterByIdDataLoader painters) => painters.LoadRequiredAsync(painting.PainterId);

    public static Task<string?> GetCountryAsync([Parent] Painting painting, ICountryOfPainterDataLoader countries) => countries.LoadAsync(painting.PainterId);

    public static Task<int> GetRoomAsync([Parent] Painting painting, IRoomOfPaintingDataLoader rooms) => rooms.SetState("rooms", 3).LoadAsync(painting.Id);
}

[ObjectType<Painter>]
internal static class PainterType
{
    public static Task<Painting[]?> GetPaintingsAsync([Parent] Painter painter, IPaintingsByPainterDataLoader paintings) => paintings.LoadAsync(painter.Id);

    public static Task<Painter?> GetAgainAsync([Parent] Painter painter, IPainterByIdDataLoader painters) => painters.LoadAsync(painter.Id);

    public static string Label([Parent] Painter painter) => painter.Id.ToString(CultureInfo.InvariantCulture);
}

internal static class GalleryServer
{
    public static IServiceCollection Services(GalleryLog log)
    {
        var services = new ServiceCollection().AddSingleton(log).AddScoped<GallerySource>().AddGalleryLoaders();
        services.AddGraphQLServer().ModifyCostOptions(options => options.EnforceCostLimits = false)
            .AddType(typeof(GalleryQueries)).AddType(typeof(PaintingType)).AddType(typeof(PainterType));
        return services;
    }
}
