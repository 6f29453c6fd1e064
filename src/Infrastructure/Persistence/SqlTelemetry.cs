using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Investr.Infrastructure.Persistence;

/// <summary>A span and a measurement for each SQL statement. Its text goes into the span; its values are parameters, which do not.</summary>
public static class SqlTelemetry
{
    /// <summary>The name under which traces and metrics are listened for.</summary>
    public const string Source = "Investr.Sql";

    private static readonly ActivitySource Spans = new(Source);

    private static readonly Histogram<double> Durations =
        new Meter(Source).CreateHistogram<double>("db.client.operation.duration", "s", "How long SQL statements take.");

    internal static DbContextOptionsBuilder Measure(this DbContextOptionsBuilder options) => options.LogTo(
        (happened, _) => happened == RelationalEventId.CommandExecuted || happened == RelationalEventId.CommandError,
        happened => Record((CommandEndEventData)happened));

    private static void Record(CommandEndEventData statement)
    {
        var failed = statement is CommandErrorEventData;
        Durations.Record(statement.Duration.TotalSeconds, new KeyValuePair<string, object?>("failed", failed));

        // EF tells of a statement when it has ended.
        using var span = Spans.StartActivity("sql", ActivityKind.Client, parentContext: default, startTime: statement.StartTime);
        if (span is null) return;

        span.SetTag("db.query.text", statement.Command.CommandText);
        if (failed) span.SetStatus(ActivityStatusCode.Error);
        span.SetEndTime((statement.StartTime + statement.Duration).UtcDateTime);
    }
}
