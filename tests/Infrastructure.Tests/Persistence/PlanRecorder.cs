using System.Data.Common;
using Investr.TestKit;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Investr.Infrastructure.Tests.Persistence;

/// <summary>Asks the database how it would answer each query, while it is switched on.</summary>
internal sealed class PlanRecorder : DbCommandInterceptor
{
    private readonly List<(string Sql, string Plan)> _plans = [];

    public bool IsOn { get; set; }

    /// <summary>Those that read a whole table, with the statement.</summary>
    public IEnumerable<string> Scans => _plans.Where(IsScan).Select(plan => $"{plan.Sql}\n{plan.Plan}").Distinct();

    public int Count => _plans.Count;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (IsOn && command.CommandText.StartsWith("SELECT", StringComparison.Ordinal)) lock (_plans) _plans.Add((command.CommandText, PlanOf(command)));
        return new(result);
    }

    // PostgreSQL reads small tables whole whatever their indexes; told not to, it does so only where nothing else is left.
    private static string PlanOf(DbCommand command)
    {
        var sql = command.CommandText;
        if (!TestDatabase.IsSqlite) Execute(command, "SET enable_seqscan = off");

        command.CommandText = (TestDatabase.IsSqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + sql;
        List<string> lines = [];
        using (var reader = command.ExecuteReader())
        {
            var line = reader.FieldCount - 1;
            while (reader.Read()) lines.Add(reader.GetString(line));
        }

        command.CommandText = sql;
        return string.Join('\n', lines);
    }

    private static void Execute(DbCommand beside, string sql)
    {
        using var command = beside.Connection!.CreateCommand();
        command.Transaction = beside.Transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    // The audit log's end is the one row of its table. Of SQLite's scans, those of a list of parameters, of constants and of what a part
    // of the query found are none of a table.
    private static bool IsScan((string Sql, string Plan) of) =>
        !of.Sql.Contains("FROM \"AuditHead\"", StringComparison.Ordinal)
        && of.Plan.Split('\n').Any(line => TestDatabase.IsSqlite ? IsScanInSqlite(line, of.Plan) : line.Contains("Seq Scan on", StringComparison.Ordinal));

    private static bool IsScanInSqlite(string line, string plan) =>
        line.Split(' ') is ["SCAN", var what, .. var how]
        && !how.Contains("INDEX") && !how.Contains("VIRTUAL") && what is not ("CONSTANT" or "(subquery")
        && !plan.Contains($"CO-ROUTINE {what}\n", StringComparison.Ordinal) && !plan.Contains($"MATERIALIZE {what}\n", StringComparison.Ordinal);
}
