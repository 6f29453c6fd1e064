namespace Investr.Benchmarks.Load;

/// <summary>One server under one operation's load for a few seconds.</summary>
internal sealed record Cell(double RequestsPerSecond, double P50Ms, double P99Ms, double CpuMicroseconds, double AllocatedBytes);

/// <summary>All cells of one server and operation.</summary>
internal sealed record Series(IReadOnlyList<Cell> Cells)
{
    public double Median(Func<Cell, double> value)
    {
        var ordered = Cells.Select(value).Order().ToArray();
        return (ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]) / 2;
    }

    /// <summary>The cell that other work on the machine disturbed least.</summary>
    public double LeastCpu => Cells.Min(cell => cell.CpuMicroseconds);
}
