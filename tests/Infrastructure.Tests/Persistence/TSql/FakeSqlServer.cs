using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;

namespace Investr.Infrastructure.Tests.Persistence.TSql;

/// <summary>A connection to nowhere: it keeps the text of each command, and answers that there is nothing.</summary>
internal sealed class FakeSqlServer(List<string> statements) : DbConnection
{
    [AllowNull]
    public override string ConnectionString { get; set; } = "Server=nowhere;Database=Investr";

    public override string Database => "Investr";

    public override string DataSource => "nowhere";

    public override string ServerVersion => "16.00.1000";

    public override ConnectionState State => ConnectionState.Open;

    public override void Open()
    {
    }

    public override void Close()
    {
    }

    public override void ChangeDatabase(string databaseName)
    {
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new Transaction(this, isolationLevel);

    protected override DbCommand CreateDbCommand() => new Command(this, statements);

    private sealed class Transaction(DbConnection connection, IsolationLevel isolation) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => isolation;

        public override bool SupportsSavepoints => true;

        protected override DbConnection DbConnection => connection;

        public override void Commit()
        {
        }

        public override void Rollback()
        {
        }

        public override void Save(string savepointName)
        {
        }

        public override void Rollback(string savepointName)
        {
        }
    }

    /// <summary>Its parameters are SqlClient's own, as the provider expects.</summary>
    private sealed class Command(DbConnection connection, List<string> statements) : DbCommand
    {
        private readonly SqlCommand _parameters = new();

        [AllowNull]
        public override string CommandText { get; set; } = "";

        public override int CommandTimeout { get; set; }

        public override CommandType CommandType { get; set; } = CommandType.Text;

        public override bool DesignTimeVisible { get; set; }

        public override UpdateRowSource UpdatedRowSource { get; set; }

        protected override DbConnection? DbConnection { get; set; } = connection;

        protected override DbParameterCollection DbParameterCollection => _parameters.Parameters;

        protected override DbTransaction? DbTransaction { get; set; }

        public override void Cancel()
        {
        }

        public override void Prepare()
        {
        }

        public override int ExecuteNonQuery()
        {
            statements.Add(CommandText);
            return 1;
        }

        public override object? ExecuteScalar()
        {
            statements.Add(CommandText);
            return 0;
        }

        protected override DbParameter CreateDbParameter() => new SqlParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
        {
            statements.Add(CommandText);
            return Answer().CreateDataReader();
        }

        protected override void Dispose(bool disposing)
        {
            _parameters.Dispose();
            base.Dispose(disposing);
        }

        // What is counted is none; what is asked for is not there, but for the audit log's end, which always is.
        private DataTable Answer() => CommandText switch
        {
            _ when CommandText.StartsWith("SELECT COUNT", StringComparison.Ordinal) => TableOf(0),
            _ when CommandText.StartsWith("SELECT CASE", StringComparison.Ordinal) => TableOf(false),
            _ when CommandText.Contains("FROM [AuditHead]", StringComparison.Ordinal) => TableOf(1, "", "", 0L),
            _ => new DataTable(),
        };

        private static DataTable TableOf(params object[] row)
        {
            var table = new DataTable();
            foreach (var value in row) table.Columns.Add(null, value.GetType());
            table.Rows.Add(row);
            return table;
        }
    }
}
