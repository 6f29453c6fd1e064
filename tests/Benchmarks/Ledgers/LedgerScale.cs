using System.Diagnostics;
using System.Globalization;
using Investr.Application;
using Investr.Application.Importing;
using Investr.Application.Market;
using Investr.Application.Performance;
using Investr.Application.Portfolios;
using Investr.Application.Users;
using Investr.Application.Valuation;
using Investr.DataLoader;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.Domain.Users;
using Investr.Infrastructure;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Investr.Benchmarks.Ledgers;

/// <summary>How long a portfolio's page takes as its ledger grows: whole use cases over a SQLite file of their own, without HTTP.</summary>
internal static class LedgerScale
{
    private const int Assets = 250;
    private const int Repeats = 5;

    private static readonly int[] Lengths = [1_000, 10_000, 50_000];

    public static async Task RunAsync()
    {
        Console.WriteLine("| entries | import s (CPU) | cold s (CPU) | warm s (CPU) | after one more s (CPU) | peak MiB |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|");
        List<Measurement> all = [];
        foreach (var length in Lengths)
        {
            // The first is taken twice, so that no compilation counts.
            if (all.Count == 0) await MeasureAsync(length);
            all.Add(await MeasureAsync(length));
            var one = all[^1];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {one.Entries} | {one.Import} | {one.Cold} | {one.Warm} | {one.OneMore} | {one.PeakMebibytes} |"));
        }

        var (small, large) = (all[^2], all[^1]);
        var exponent = Math.Log(large.Cold.Cpu / small.Cold.Cpu) / Math.Log((double)large.Entries / small.Entries);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Cold CPU time grows with the power {exponent:F2} of the length, from {small.Entries} to {large.Entries}."));
    }

    private static async Task<Measurement> MeasureAsync(int entries)
    {
        var folder = Directory.CreateTempSubdirectory("investr-scale-").FullName;
        try
        {
            var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Configuration["ConnectionStrings:Investr"] = $"Data Source={Path.Combine(folder, "investr.db")}";
            var viewer = new OneViewer();
            builder.Services.AddScoped<IBatchScheduler, BatchScheduler>();
            builder.Services.AddApplication().AddInfrastructure(builder.Configuration).AddSingleton<IViewer>(viewer);
            await using var app = builder.Build();
            await app.StartAsync();
            return await MeasureAsync(app.Services, viewer, entries);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Measurement> MeasureAsync(IServiceProvider services, OneViewer viewer, int entries)
    {
        viewer.Id = (await SendAsync(services, new SignUp("scale@example.com", "a horse that is correct", "Scale", Currency.Usd))).User.Id;
        var portfolio = (await SendAsync(services, new CreatePortfolio("Scale"))).Id;
        var page = await SendAsync(services, new ListAssets(new PageRequest(Assets)));
        string[] symbols = [.. page.Items.Select(item => item.Item.Symbol)];
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var csv = GeneratedLedger.Csv(symbols, entries, today);

        var import = await TimeAsync(() => SendAsync(services, new ImportTransactions(portfolio, csv)));
        var cold = await TimeAsync(() => ReadPageAsync(services, portfolio));
        var warm = await TimeAsync(() => ReadPageAsync(services, portfolio));
        List<Duration> more = [];
        for (var i = 0; i < Repeats; i++)
        {
            await SendAsync(services, new RecordTransactions(portfolio, [new() { Type = TransactionType.Deposit, TradeDate = today, Amount = 1 }]));
            more.Add(await TimeAsync(() => ReadPageAsync(services, portfolio)));
        }

        var oneMore = more.OrderBy(duration => duration.Cpu).ElementAt(Repeats / 2);
        return new(entries, import, cold, warm, oneMore, Process.GetCurrentProcess().PeakWorkingSet64 / (1024 * 1024));
    }

    /// <summary>portfolio { valuation holdings performance }</summary>
    private static async Task<bool> ReadPageAsync(IServiceProvider services, PortfolioId id)
    {
        await using var scope = services.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        await mediator.Send(new GetPortfolio(id));
        var value = scope.ServiceProvider.GetRequiredService<ValuationLoader>().FindAsync(new(id), CancellationToken.None);
        await Task.WhenAll(value, mediator.Send(new MeasurePerformance(id)));
        return true;
    }

    private static async Task<T> SendAsync<T>(IServiceProvider services, IRequest<T> request)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    private static async Task<Duration> TimeAsync<T>(Func<Task<T>> act)
    {
        using var process = Process.GetCurrentProcess();
        var (started, before) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        await act();
        process.Refresh();
        return new(Stopwatch.GetElapsedTime(started).TotalSeconds, (process.TotalProcessorTime - before).TotalSeconds);
    }

    private sealed record Measurement(int Entries, Duration Import, Duration Cold, Duration Warm, Duration OneMore, long PeakMebibytes);

    /// <summary>Seconds by the clock, and of the processors, which other programs on the machine disturb less.</summary>
    private readonly record struct Duration(double Wall, double Cpu)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Wall:F2} ({Cpu:F2})");
    }

    private sealed class OneViewer : IViewer
    {
        public UserId? Id { get; set; }

        public SessionId? SessionId => null;

        public IReadOnlySet<Role> Roles { get; } = new HashSet<Role> { Role.Investor };

        public string? IpAddress => null;

        public string? UserAgent => null;
    }
}
