namespace Investr.Infrastructure.Persistence.Rows;

/// <summary>What a start-up step has brought the database to, so that the next start need not do it again.</summary>
internal sealed class StartupStepRow
{
    public required string Step { get; init; }

    public required string Edition { get; set; }
}
