namespace Investr.Benchmarks.Workload;

/// <summary>What the workload's operations answer. The figures are made up, and the same for every server that is compared.</summary>
public sealed record Asset(string Symbol, string Name, double Price);

/// <summary>A holding whose asset is behind a loader.</summary>
public sealed record Holding(double Quantity, double Value, string AssetSymbol);

/// <summary>The one portfolio, of 50 holdings.</summary>
public sealed record Portfolio(string Id, string Name, IReadOnlyList<Holding> Holdings);

/// <summary>A row of the long list, of eight leaf fields.</summary>
public sealed record Quote(int Id, string Symbol, string Name, string Exchange, double Price, double Change, int Volume, bool Open);

/// <summary>An event.</summary>
public sealed record Tick(int Seq, string Symbol, double Price);
