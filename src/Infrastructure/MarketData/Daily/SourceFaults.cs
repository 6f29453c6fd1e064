namespace Investr.Infrastructure.MarketData.Daily;

/// <summary>Faults in words, without anything that a source said itself.</summary>
internal static class SourceFaults
{
    internal static string Tell(SourceFault fault) => fault switch
    {
        SourceFault.NotFound => "No source knows it.",
        SourceFault.NoData => "No source has anything for the days.",
        SourceFault.WrongCurrency => "It is to be had in another currency only.",
        SourceFault.PlanRestricted => "It is for those who pay its source more.",
        SourceFault.Unauthorized => "Its source does not accept the key.",
        SourceFault.RateLimited => "Its source was asked too often.",
        SourceFault.QuotaExhausted => "Its source gives no more for now.",
        SourceFault.Transient => "Its source did not answer.",
        SourceFault.Malformed => "Its source gave an answer that cannot be true.",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "Not a fault."),
    };
}
