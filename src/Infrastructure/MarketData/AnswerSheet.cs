using System.Text.Json;
using AutoMapper;
using Investr.Domain.Market;

namespace Investr.Infrastructure.MarketData;

/// <summary>Fills in an answer, so that each listing that was asked for ends among the found or among the faults.</summary>
internal sealed class AnswerSheet<T>
{
    private readonly IReadOnlyList<Listing> _asked;
    private readonly Dictionary<AssetId, T> _found;
    private readonly Dictionary<AssetId, SourceFault> _faults = [];

    private AnswerSheet(IReadOnlyList<Listing> asked)
    {
        _asked = asked;
        _found = new Dictionary<AssetId, T>(asked.Count);
    }

    /// <summary>Makes a call and enters what it found; what stays blank was not known.</summary>
    /// <param name="asked">What is asked for.</param>
    /// <param name="fill">The call. It gives back what is left of the source's limits.</param>
    internal static async Task<SourceAnswer<T>> FillAsync(
        IReadOnlyList<Listing> asked, Func<AnswerSheet<T>, Task<IReadOnlyList<CreditsLeft>>> fill)
    {
        var sheet = new AnswerSheet<T>(asked);
        try
        {
            return sheet.Close(await fill(sheet));
        }
        catch (SourceException failure) when (asked.Count == 1 && IsOfTheListing(failure.Fault))
        {
            // Of one listing alone the call and the listing are the same, and the source itself is well.
            sheet.Miss(asked[0], failure.Fault);
            return sheet.Close(failure.Left);
        }
        catch (Exception reason) when (IsOfTheAnswer(reason))
        {
            throw new SourceException(SourceFault.Malformed, "An answer that cannot be read.", reason);
        }
    }

    internal void Enter(Listing listing, T value) => _found[listing.Asset] = value;

    internal void Miss(Listing listing, SourceFault fault) => _faults[listing.Asset] = fault;

    private static bool IsOfTheListing(SourceFault fault) =>
        fault is SourceFault.NotFound or SourceFault.NoData or SourceFault.PlanRestricted;

    // What reading JSON of another shape, or a day that is none, ends in.
    private static bool IsOfTheAnswer(Exception reason) =>
        reason is JsonException or FormatException or InvalidOperationException or ArgumentException or OverflowException
            or AutoMapperMappingException;

    private SourceAnswer<T> Close(IReadOnlyList<CreditsLeft> left)
    {
        foreach (var listing in _asked)
        {
            if (!_found.ContainsKey(listing.Asset)) _faults.TryAdd(listing.Asset, SourceFault.NotFound);
        }

        return new SourceAnswer<T>(_found, _faults) { Left = left };
    }
}

/// <summary>Entering quotes.</summary>
internal static class AnswerSheets
{
    /// <summary>Enters what an API says of a price, or what is wrong with it; nothing where it says nothing.</summary>
    internal static void Enter(this AnswerSheet<Quote> sheet, Listing listing, ReportedQuote? said, string source, DateTimeOffset now)
    {
        if (said is null) return;

        if (said.FaultFor(listing) is { } fault) sheet.Miss(listing, fault);
        else sheet.Enter(listing, said.For(listing, source, now));
    }

    /// <summary>Enters what an API says of days; that it says nothing of any is that it has no data.</summary>
    internal static void EnterDays(this AnswerSheet<DailyHistory> sheet, Listing listing, DailyHistory? history)
    {
        if (history is null) sheet.Miss(listing, SourceFault.NoData);
        else sheet.Enter(listing, history);
    }
}
