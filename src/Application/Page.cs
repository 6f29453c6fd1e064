namespace Investr.Application;

/// <summary>Which part of a list is asked for; either from its start (<paramref name="First"/>) or from its end (<paramref name="Last"/>).</summary>
/// <param name="First">How many items from the start, or after a cursor.</param>
/// <param name="After">The cursor after which the part begins.</param>
/// <param name="Last">How many items from the end, or before a cursor.</param>
/// <param name="Before">The cursor before which the part ends.</param>
public readonly record struct PageRequest(int? First, string? After = null, int? Last = null, string? Before = null);

/// <summary>An item of a list with its place in it.</summary>
public readonly record struct PageItem<T>(T Item, string Cursor);

/// <summary>A part of a list, in the list's order.</summary>
/// <param name="Items">The items with their cursors.</param>
/// <param name="HasNext">Whether the list goes on after them.</param>
/// <param name="HasPrevious">Whether the list has items before them.</param>
/// <param name="TotalCount">How many items the whole list has.</param>
public sealed record Page<T>(IReadOnlyList<PageItem<T>> Items, bool HasNext, bool HasPrevious, int TotalCount);
