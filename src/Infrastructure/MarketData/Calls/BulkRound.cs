using Investr.Domain.Market;

namespace Investr.Infrastructure.MarketData.Calls;

/// <summary>One source's part in a question: what it gives goes into the answer, and for the rest why not.</summary>
internal sealed class BulkRound<T>(SourceLine line, Question<T> question, BulkAnswer<T> answer, Urgency urgency)
{
    private readonly Offer _offer = question.OfferOf(line.Source.Capabilities)!;

    internal Task AskAsync(IEnumerable<Listing> listings, CancellationToken cancellationToken)
    {
        List<Listing> worthAsking = [];
        foreach (var listing in listings)
        {
            if (line.Absences.Find(question.Kind, listing) is { } known) answer.Miss(listing.Asset, known);
            else worthAsking.Add(listing);
        }

        return Task.WhenAll(CallPacking.Pack(worthAsking, _offer, line.Budget.MostCredits)
            .Select(batch => AskBatchAsync(batch, new Halvings(batch.Length), cancellationToken)));
    }

    private async Task AskBatchAsync(Listing[] batch, Halvings halvings, CancellationToken cancellationToken)
    {
        try
        {
            var (found, faults) = await GatherAsync(batch, cancellationToken);
            foreach (var listing in batch) Settle(listing, found, faults);
        }
        catch (SourceException failure) when (batch.Length > 1 && IsOfOneSymbol(failure.Fault) && halvings.TryTake())
        {
            // It refuses all because of one: by halves the one is found, and kept out from then on.
            await AskBatchAsync(batch[..(batch.Length / 2)], halvings, cancellationToken);
            await AskBatchAsync(batch[(batch.Length / 2)..], halvings, cancellationToken);
        }
        catch (SourceException failure) when (batch.Length == 1)
        {
            Miss(batch[0], failure.Fault);
        }
        catch (SourceException failure)
        {
            foreach (var listing in batch) answer.Miss(listing.Asset, failure.Fault);
        }
    }

    private async Task<(Dictionary<AssetId, T> Found, Dictionary<AssetId, SourceFault> Faults)> GatherAsync(
        Listing[] batch, CancellationToken cancellationToken)
    {
        var found = new Dictionary<AssetId, T>(batch.Length);
        var faults = new Dictionary<AssetId, SourceFault>();
        foreach (var call in question.CallsFor(batch, _offer))
        {
            var part = await line.CallAsync(Counted(call), urgency, cancellationToken);
            foreach (var (asset, value) in part.Found)
                found[asset] = found.TryGetValue(asset, out var earlier) ? question.Join(earlier, value) : value;

            // Of several spans one may be empty; any other fault leaves a gap.
            foreach (var (asset, fault) in part.Faults) faults[asset] = fault;
        }

        return (found, faults);
    }

    private void Settle(Listing listing, Dictionary<AssetId, T> found, Dictionary<AssetId, SourceFault> faults)
    {
        var fault = faults.TryGetValue(listing.Asset, out var told) ? told : (SourceFault?)null;
        if (found.TryGetValue(listing.Asset, out var value) && fault is null or SourceFault.NoData)
        {
            fault = question.FaultOf(listing, value!);
            if (fault is null)
            {
                answer.Find(listing.Asset, line.Source, value!);
                return;
            }
        }

        // What it passes over in silence may be there the next time.
        Miss(listing, fault ?? SourceFault.NoData);
    }

    private void Miss(Listing listing, SourceFault fault)
    {
        answer.Miss(listing.Asset, fault);
        if (question.Remembers(fault)) line.Absences.Remember(question.Kind, listing, fault);
    }

    private SourceCall<SourceAnswer<T>> Counted(SourceCall<SourceAnswer<T>> call) => call with
    {
        MakeAsync = (source, cancellationToken) =>
        {
            answer.Called();
            return call.MakeAsync(source, cancellationToken);
        },
    };

    private static bool IsOfOneSymbol(SourceFault fault) => FaultTable.For(fault).Remember > TimeSpan.Zero;

    // As many as it takes to find one symbol of so many, and another; where more fail it is not the symbols.
    private sealed class Halvings(int symbols)
    {
        private int _left = 2 * (int)Math.Ceiling(Math.Log2(Math.Max(2, symbols)));

        internal bool TryTake() => _left-- > 0;
    }
}
