namespace Investr.Infrastructure.MarketData.Calls;

/// <summary>Holds second attempts to a fifth of the calls that succeed, so that a source that is down is not asked thrice as often.</summary>
internal sealed class RetryBudget
{
    private const double Most = 10;
    private const double PerSuccess = 0.2;

    private readonly Lock _gate = new();
    private double _left = Most;

    internal void Earn()
    {
        lock (_gate) _left = Math.Min(Most, _left + PerSuccess);
    }

    internal bool TrySpend()
    {
        lock (_gate)
        {
            if (_left < 1) return false;

            _left--;
            return true;
        }
    }
}
