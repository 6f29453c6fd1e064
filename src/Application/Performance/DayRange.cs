using Investr.Domain;

namespace Investr.Application.Performance;

/// <summary>Spans of days that people ask for.</summary>
internal static class DayRange
{
    /// <summary>What is wrong with a span; nothing where either end is left out.</summary>
    public static IEnumerable<InputFault> FaultsOf(DateOnly? from, DateOnly? to)
    {
        if (from > to) yield return new(["from"], "The first day is after the last.");
    }
}
