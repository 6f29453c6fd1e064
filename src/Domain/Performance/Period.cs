using Investr.Domain.Valuation;

namespace Investr.Domain.Performance;

/// <summary>A cut of a history, from the end of one day to the end of another.</summary>
internal sealed class Period
{
    private const int DaysPerYear = 365;
    private const int LeastDaysToAnnualize = 28;

    private readonly ValueHistory _history;
    private readonly Range _range;

    internal Period(ValueHistory history, DateOnly? from, DateOnly? to)
    {
        _history = history;
        To = to < history.UpTo ? to.Value : history.UpTo;
        From = from ?? Earlier(history.FirstDay, To);
        if (From > To) throw new ArgumentOutOfRangeException(nameof(from), from, "After the last day.");

        var end = Math.Clamp(history.PlaceOf(To) + 1, 0, history.Days.Length);
        var first = history.PlaceOf(From);
        if (first > 0 && first < end) Before = history.Days[first];
        _range = (Before is null ? 0 : first + 1)..end;
        StartsOn = Before is null && history.FirstDay <= To ? history.FirstDay.Value : From;
    }

    internal DateOnly From { get; }

    internal DateOnly To { get; }

    /// <summary>The first day, or that on which the portfolio began.</summary>
    internal DateOnly StartsOn { get; }

    /// <summary>The day at the end of which the period begins; null where the portfolio begins within it.</summary>
    internal ValueDay? Before { get; }

    internal ReadOnlySpan<ValueDay> Days => _history.Days[_range];

    internal decimal StartValue => Before?.Value ?? 0;

    internal decimal StartInvested => Before?.Invested ?? 0;

    /// <summary>All that came from outside, whether the ledger says so or not.</summary>
    internal decimal Came
    {
        get
        {
            var came = 0m;
            foreach (ref readonly var day in Days) came += day.Contributions + Math.Max(day.Unexplained, 0);
            return came;
        }
    }

    private int Length => To.DayNumber - StartsOn.DayNumber;

    internal IEnumerable<DataIssue> IssuesOf(IEnumerable<DataIssue> issues) =>
        issues
            .Where(issue => !(issue.From > To) && !(issue.To < StartsOn))
            .Select(issue => issue with
            {
                From = issue.From < StartsOn ? StartsOn : issue.From,
                To = issue.To > To ? To : issue.To,
            });

    internal double? Annualized(double? total)
    {
        if (total is not { } known || Length < LeastDaysToAnnualize) return null;

        var annualized = Math.Pow(1 + known, (double)DaysPerYear / Length) - 1;
        return double.IsFinite(annualized) ? annualized : null;
    }

    internal void TellIfShort(List<DataIssue> issues)
    {
        if (Length >= DaysPerYear) return;

        var message = Length < LeastDaysToAnnualize
            ? $"{Length} days are too few to tell a return by the year."
            : $"Figures by the year are projected from {Length} days.";
        issues.Add(new(DataIssue.HistoryTooShort, message, From: StartsOn, To: To));
    }

    /// <summary>The money-weighted return: what was there at the start, what came and went, and what is there at the end.</summary>
    internal RateFound RateOfReturn()
    {
        List<CashFlow> flows = [];
        Add(StartsOn, -StartInvested);
        foreach (ref readonly var day in Days) Add(day.Date, -day.Flow);
        Add(To, Days.IsEmpty ? StartInvested : Days[^1].Invested);
        return MoneyWeightedReturn.Of(flows);

        void Add(DateOnly on, decimal amount)
        {
            if (amount != 0) flows.Add(new(on, (double)amount));
        }
    }

    private static DateOnly Earlier(DateOnly? day, DateOnly other) => day < other ? day.Value : other;
}
