namespace Investr.Domain.Diversification;

/// <summary>How concentrated an amount is in its parts. Parts that are not positive do not count.</summary>
public sealed record Concentration
{
    private Concentration(int parts, double herfindahlIndex, double normalizedEntropy)
    {
        Parts = parts;
        HerfindahlIndex = herfindahlIndex;
        NormalizedEntropy = normalizedEntropy;
    }

    /// <summary>How many parts there are.</summary>
    public int Parts { get; }

    /// <summary>The sum of squared shares (Herfindahl and Hirschman): 1 for a single part, 1/n for n equal ones, 0 for none.</summary>
    public double HerfindahlIndex { get; }

    /// <summary>The inverse of the index: how many equal parts would be as concentrated; 0 for none.</summary>
    public double EffectiveNumber => HerfindahlIndex > 0 ? 1 / HerfindahlIndex : 0;

    /// <summary>Shannon's entropy of the shares over the logarithm of their number: 1 for equal parts, 0 for one or none.</summary>
    public double NormalizedEntropy { get; }

    /// <summary>Measures parts of any size; only their proportions matter.</summary>
    /// <param name="parts">The parts.</param>
    public static Concentration Of(IEnumerable<double> parts)
    {
        var positive = parts.Where(part => part > 0).ToArray();
        var whole = positive.Sum();
        var (squares, entropy) = (0.0, 0.0);
        foreach (var part in positive)
        {
            var share = part / whole;
            squares += share * share;
            entropy -= share * Math.Log(share);
        }

        var normalized = positive.Length > 1 ? entropy / Math.Log(positive.Length) : 0;
        return new(positive.Length, positive.Length == 1 ? 1 : squares, Math.Clamp(normalized, 0, 1));
    }
}
