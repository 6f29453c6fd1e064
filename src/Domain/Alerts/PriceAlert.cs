using Investr.Domain.Market;
using Investr.Domain.Users;

namespace Investr.Domain.Alerts;

/// <summary>Identifies an alert.</summary>
/// <param name="Value">The identity.</param>
public readonly record struct PriceAlertId(Guid Value)
{
    /// <summary>A new identity, ordered by time.</summary>
    /// <param name="now">The present moment, from a <see cref="TimeProvider"/>.</param>
    public static PriceAlertId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>The identity as text.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>A user's wish to hear of a price. It fires once for each crossing of its threshold.</summary>
/// <remarks>
/// A new alert waits: the first price that meets its condition fires it, be it the one that is known already. Then it rests until a
/// price does not meet the condition, and waits again. One about the day's change waits again on each new day (UTC).
/// </remarks>
public sealed class PriceAlert
{
    /// <summary>How many alerts a user has.</summary>
    public const int MaxAlerts = 500;

    private const decimal MostMoney = 1_000_000_000_000m;
    private const decimal MostChange = 100;

    private PriceAlert(
        PriceAlertId id, UserId ownerId, AssetId assetId, AlertCondition condition, decimal threshold, DateTimeOffset createdAt)
    {
        Id = id;
        OwnerId = ownerId;
        AssetId = assetId;
        Condition = condition;
        Threshold = threshold;
        CreatedAt = createdAt;
        IsArmed = true;
    }

    /// <summary>Its identity.</summary>
    public PriceAlertId Id { get; private set; }

    /// <summary>Who wants to hear of it; nobody else sees it.</summary>
    public UserId OwnerId { get; private set; }

    /// <summary>The asset whose price it is about.</summary>
    public AssetId AssetId { get; private set; }

    /// <summary>What must happen.</summary>
    public AlertCondition Condition { get; private set; }

    /// <summary>A price in the asset's currency; of the day's change a fraction, so that 0.05 is 5 %.</summary>
    public decimal Threshold { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Whether it waits for its condition; otherwise it has fired, and waits for the condition to end.</summary>
    public bool IsArmed { get; private set; }

    /// <summary>The time of the price that last fired it or made it wait again; null where none did.</summary>
    public DateTimeOffset? ChangedAt { get; private set; }

    /// <summary>The time of the price that last fired it.</summary>
    public DateTimeOffset? TriggeredAt { get; private set; }

    /// <summary>The price that last fired it.</summary>
    public decimal? TriggeredPrice { get; private set; }

    /// <summary>The level of its condition's measure above which it fires.</summary>
    public decimal Level => Condition.LevelOf(Threshold);

    /// <summary>Makes an alert, which waits.</summary>
    /// <param name="owner">Who wants to hear of it.</param>
    /// <param name="asset">The asset.</param>
    /// <param name="condition">What must happen.</param>
    /// <param name="threshold">The price, or the fraction of the day's change.</param>
    /// <param name="now">The present moment.</param>
    /// <exception cref="RefusedException">The threshold is not above zero, or beyond any price.</exception>
    public static PriceAlert Create(UserId owner, AssetId asset, AlertCondition condition, decimal threshold, DateTimeOffset now) =>
        RefusalOf(condition, threshold) is { } refusal
            ? throw new RefusedException(refusal)
            : new(PriceAlertId.New(now), owner, asset, condition, threshold, now);

    /// <summary>Why <see cref="Create"/> would refuse; null where it would not.</summary>
    /// <param name="condition">What must happen.</param>
    /// <param name="threshold">The price, or the fraction of the day's change.</param>
    public static Refusal? RefusalOf(AlertCondition condition, decimal threshold)
    {
        var most = condition == AlertCondition.DayChangeExceeds ? MostChange : MostMoney;
        return threshold > 0 && threshold <= most
            ? null
            : new ValidationRefusal("threshold", $"A threshold is more than 0 and at most {most:N0}.");
    }

    /// <summary>Looks at a price: fires where it meets the condition and the alert waits; has it wait again where it does not.</summary>
    /// <param name="quote">A quote of the asset. One that is not newer than the last that changed something changes nothing.</param>
    /// <returns>Whether it has fired.</returns>
    public bool Notice(Quote quote)
    {
        if (quote.AsOf <= ChangedAt || Condition.MeasureOf(quote) is not { } measure) return false;

        var fires = measure > Level;
        if (fires ? !IsArmed && !IsNewDay(quote) : IsArmed) return false;

        (IsArmed, ChangedAt) = (!fires, quote.AsOf);
        if (fires) (TriggeredAt, TriggeredPrice) = (quote.AsOf, quote.Price);
        return fires;
    }

    // The day's change is another one each day.
    private bool IsNewDay(Quote quote) =>
        Condition == AlertCondition.DayChangeExceeds && quote.AsOf.UtcDateTime.Date > TriggeredAt?.UtcDateTime.Date;
}
