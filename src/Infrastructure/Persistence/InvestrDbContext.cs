using System.Data.Common;
using System.Reflection;
using Investr.Application;
using Investr.Application.Auditing;
using Investr.Domain;
using Investr.Domain.Alerts;
using Investr.Domain.Auditing;
using Investr.Domain.Market;
using Investr.Domain.Portfolios;
using Investr.Domain.Users;
using Investr.Domain.Watchlists;
using Investr.Infrastructure.Persistence.Auditing;
using Investr.Infrastructure.Persistence.Bulk;
using Investr.Infrastructure.Persistence.Loaders;
using Investr.Infrastructure.Persistence.Rows;
using Investr.Infrastructure.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Persistence;

/// <summary>The model, and the unit of work. What differs from one database to another is left to a derived context for each.</summary>
internal abstract class InvestrDbContext(DbContextOptions options) : DbContext(options), IUnitOfWork
{
    private const int MostTracked = 500;

    private static readonly MethodInfo Like = typeof(DbFunctionsExtensions).GetMethod(
        nameof(DbFunctionsExtensions.Like), [typeof(DbFunctions), typeof(string), typeof(string), typeof(string)])!;

    private readonly List<TransactionRow> _untracked = [];
    private bool _hasCommitted;

    /// <summary>What seals the personal columns of this context's model.</summary>
    public PersonalData PersonalData { get; } =
        options.GetExtension<CoreOptionsExtension>().ApplicationServiceProvider!.GetRequiredService<PersonalData>();

    /// <summary>What the audit log will tell of the commits that follow, while it is pending.</summary>
    public AuditNote? Note { get; set; }

    /// <summary>How this database takes many rows.</summary>
    public abstract IRowWriter Rows { get; }

    public DbSet<User> Users => Set<User>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<Portfolio> Portfolios => Set<Portfolio>();

    public DbSet<TransactionRow> Transactions => Set<TransactionRow>();

    public DbSet<VoidingRow> Voidings => Set<VoidingRow>();

    public DbSet<Asset> Assets => Set<Asset>();

    public DbSet<PriceRow> Prices => Set<PriceRow>();

    public DbSet<Watchlist> Watchlists => Set<Watchlist>();

    public DbSet<PriceAlert> PriceAlerts => Set<PriceAlert>();

    public DbSet<ExchangeRateRow> ExchangeRates => Set<ExchangeRateRow>();

    public DbSet<AssetDividendRow> Dividends => Set<AssetDividendRow>();

    public DbSet<MarketDataRun> MarketDataRuns => Set<MarketDataRun>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<StartupStepRow> StartupSteps => Set<StartupStepRow>();

    /// <summary>Makes it somebody's unit of work; it may have been another's before.</summary>
    public void Begin(AuditNote? note) => (Note, _hasCommitted) = (note, false);

    /// <summary>Brings the database to the newest schema; made where there is none.</summary>
    public virtual async Task MigrateAsync(CancellationToken cancellationToken)
    {
        // Migrating compares the whole model first, which a start with nothing to do need not wait for.
        if ((await Database.GetPendingMigrationsAsync(cancellationToken)).Any()) await Database.MigrateAsync(cancellationToken);
    }

    /// <summary>Refuses a database that is set up so that the service would not work well on it.</summary>
    /// <exception cref="DatabaseRefusedException">It is; the message tells how it must be.</exception>
    public virtual Task RefuseWrongSetupAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Waits until nobody else writes. What is read from now on stays true until the commit, or until it is abandoned.</summary>
    public async Task TakeTurnToWriteAsync(CancellationToken cancellationToken)
    {
        if (Database.CurrentTransaction is not null) return;

        await Database.BeginTransactionAsync(cancellationToken);
        await WaitForTurnAsync(cancellationToken);
    }

    /// <summary>Adds new entries of a ledger from the next commit on; many go by a statement of their own.</summary>
    public void AddEntries(IReadOnlyList<TransactionRow> entries)
    {
        if (entries.Count > MostTracked) _untracked.AddRange(entries);
        else AddRange(entries);
    }

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        try
        {
            var note = Note is { IsPending: true } ? Note : null;
            await TakeTurnToWriteAsync(cancellationToken);
            await SaveChangesAsync(cancellationToken);
            await InsertUntrackedAsync(cancellationToken);
            if (note is not null) await AuditAppending.AppendAsync(this, note, cancellationToken);
            await using (var turn = Database.CurrentTransaction!)
            {
                // From here on: it may have been done, though its answer is lost.
                _hasCommitted = true;
                await turn.CommitAsync(cancellationToken);
            }

            note?.Close();
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RefusedException(new Conflict("Somebody else changed this since it was read. Read it again, then try again."));
        }
        catch (DbUpdateException exception) when (IsUniqueViolation(exception))
        {
            throw new RefusedException(RefusalOf(exception));
        }
        finally
        {
            _untracked.Clear();
        }
    }

    private async Task InsertUntrackedAsync(CancellationToken cancellationToken)
    {
        if (_untracked.Count == 0) return;
        try
        {
            await TakeTurnToWriteAsync(cancellationToken);
            await InsertAsync(_untracked, cancellationToken);
        }
        catch (DbException exception)
        {
            throw new DbUpdateException("The entries could not be written.", exception);
        }
    }

    /// <summary>Writes many new rows at once, in the transaction that is open.</summary>
    public Task InsertAsync<TRow>(IEnumerable<TRow> rows, CancellationToken cancellationToken) where TRow : class
    {
        var table = StoredTable.Of<TRow>(this);
        return Rows.WriteAsync(this, table, rows.Select(table.ValuesOf).ToAsyncEnumerable(), cancellationToken);
    }

    public void Abandon()
    {
        ChangeTracker.Clear();
        _untracked.Clear();
        Database.CurrentTransaction?.Dispose();
    }

    public bool MayTryAgain(Exception failure) => !_hasCommitted && IsTransient(failure);

    /// <summary>Writes one new row at once; false where another one has its key already.</summary>
    public async Task<bool> TryInsertAsync<TRow>(TRow row, CancellationToken cancellationToken) where TRow : class
    {
        var entry = Add(row);
        try
        {
            await SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (IsUniqueViolation(exception))
        {
            return false;
        }
        finally
        {
            entry.State = EntityState.Detached;
        }
    }

    /// <summary>Waits for the lock of those who write, in the transaction that was just begun; it ends with the transaction.</summary>
    protected abstract Task WaitForTurnAsync(CancellationToken cancellationToken);

    /// <summary>Whether what failed may go well a moment later: a lost connection, two who waited for each other.</summary>
    protected abstract bool IsTransient(Exception failure);

    /// <summary>Whether the database turned a change down because it would break a unique rule.</summary>
    protected abstract bool IsUniqueViolation(DbUpdateException exception);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conversions.AddTo(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(InvestrDbContext).Assembly);
        Conversions.LeaveIdsToTheDomain(modelBuilder);
        PersonalColumns.Seal(modelBuilder, PersonalData);
        modelBuilder.HasDbFunction(() => TextMatching.AsStored(default)).HasTranslation(arguments => AsStored(arguments[0]));
    }

    /// <summary>A column's text as it is compared with a list that is one parameter.</summary>
    protected virtual SqlExpression AsStored(SqlExpression column) => column;

    /// <summary>A text as it is compared where case does not matter.</summary>
    protected virtual SqlExpression WithoutCase(SqlExpression text) => text;

    /// <summary>Makes LIKE ignore case, as SQLite's does by itself.</summary>
    protected void IgnoreCaseInPatterns(ModelBuilder modelBuilder)
    {
        var like = modelBuilder.HasDbFunction(Like).HasTranslation(arguments =>
            new LikeExpression(WithoutCase(arguments[^3]), WithoutCase(arguments[^2]), arguments[^1], BoolTypeMapping.Default));

        // What the function hangs on is no value, but EF wants to know how it would be stored.
        like.Metadata.Parameters[0].TypeMapping = BoolTypeMapping.Default;
    }

    // The only unique rule of a user, but for the identity, is the e-mail.
    private static Refusal RefusalOf(DbUpdateException exception) =>
        exception.Entries.Select(entry => entry.Entity).OfType<User>().FirstOrDefault() is { } user
            ? new EmailTaken(user.Email)
            : new Conflict("There is one like it already.");
}
