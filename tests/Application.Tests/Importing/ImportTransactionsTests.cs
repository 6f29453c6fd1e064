using Investr.Application.Auditing;
using Investr.Application.Importing;
using Investr.Application.Market;
using Investr.Application.Pipeline;
using Investr.Application.Portfolios;
using Investr.DataLoader;
using Investr.Domain;
using Investr.Domain.Importing;
using Investr.Domain.Market;
using Investr.Domain.Portfolios;
using Investr.TestKit;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace Investr.Application.Tests.Importing;

public sealed class ImportTransactionsTests
{
    private readonly IImportFormat _format = Substitute.For<IImportFormat>();
    private readonly IUnitOfWork _work = Substitute.For<IUnitOfWork>();
    private readonly IPortfolioRepository _repository = Substitute.For<IPortfolioRepository>();
    private readonly Portfolio _portfolio = A.Portfolio().Of("ada").Build();
    private readonly Asset[] _assets = [A.Asset("ACME")];

    public ImportTransactionsTests()
    {
        _format.Id.Returns("lines");
        _format.Recognizes(Arg.Any<string>()).Returns(call => call.Arg<string>() != "strange");
        _format.ColumnOf(Arg.Any<string>()).Returns(call => $"column of {call.Arg<string>()}");
        _repository.FindWithLedgerAsync(_portfolio.Id, Arg.Any<CancellationToken>()).Returns(_portfolio);
    }

    [Fact]
    public async Task What_was_read_is_recorded_and_committed_once()
    {
        Reads(Row(2, Deposit), Row(3, Deposit));

        var result = await ImportAsync();

        Assert.Equal(("lines", 2, 2, 0), (result.Format, result.Rows, result.Imported, result.Duplicates));
        await _work.Received(1).CommitAsync(Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_dry_run_commits_nothing()
    {
        Reads(Row(2, Deposit));

        Assert.Equal(1, (await ImportAsync(dryRun: true)).Imported);

        await _work.DidNotReceive().CommitAsync(Arg.Any<CancellationToken>());
        _work.Received().Abandon();
    }

    [Fact]
    public async Task Faults_of_form_and_of_meaning_are_told_together_in_the_order_of_the_lines()
    {
        _format.Read("text").Returns(new ImportReading(
            [Row(2, Deposit), Row(4, new() { Type = TransactionType.Buy, Symbol = "GONE", TradeDate = Day })], [new(3, "when", "This is no date.")]));

        var faults = await RefusedAsync("text");

        Assert.Equal(
            [(3, "when"), (4, "column of symbol"), (4, "column of quantity"), (4, "column of unitPrice")],
            faults.Select(fault => (fault.Line, fault.Field)));
        await _work.DidNotReceive().CommitAsync(Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_file_has_a_most_of_rows()
    {
        Reads([.. Enumerable.Range(2, ImportTransactions.MostRows + 1).Select(line => Row(line, Deposit))]);

        var fault = Assert.Single(await RefusedAsync("text"));

        // The header is line 1, so row 100,001 is line 100,002.
        Assert.Equal((100_002, "A file has at most 100000 rows."), (fault.Line, fault.Message));
    }

    [Theory]
    [InlineData(null, "This is no text file; a CSV in UTF-8 is expected.")]
    [InlineData("strange", "The header fits none of the known formats (lines).")]
    public async Task What_cannot_be_read_at_all_is_told_for_the_first_line(string? text, string message)
    {
        var fault = Assert.Single(await RefusedAsync(text));

        Assert.Equal((1, message), (fault.Line, fault.Message));
    }

    [Fact]
    public async Task A_format_that_there_is_not_is_a_fault_of_the_request()
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => SendAsync(new(_portfolio.Id, "text", "excel")));

        Assert.Equal(["format"], Assert.Single(Assert.IsType<ValidationRefusal>(refused.Refusal).Faults).Path);
    }

    private static DateOnly Day => A.Day("2024-06-03");

    private static TransactionDraft Deposit => new() { Type = TransactionType.Deposit, TradeDate = Day, Amount = 5 };

    private static ImportedRow Row(int line, TransactionDraft draft) => new(line, draft);

    private void Reads(params ImportedRow[] rows) => _format.Read("text").Returns(new ImportReading(rows, []));

    private Task<ImportResult> ImportAsync(bool dryRun = false) => SendAsync(new(_portfolio.Id, "text", DryRun: dryRun));

    private async Task<IReadOnlyList<ImportRowFault>> RefusedAsync(string? text) =>
        Assert.IsType<ImportRefused>((await Assert.ThrowsAsync<RefusedException>(() => SendAsync(new(_portfolio.Id, text)))).Refusal).Rows;

    private async Task<ImportResult> SendAsync(ImportTransactions request)
    {
        var viewer = Substitute.For<IViewer>();
        viewer.RequiredId.Returns(A.UserId("ada"));
        var access = Substitute.For<IPortfolioAccess>();
        access.FindAsync(_portfolio.Id, A.UserId("ada"), Arg.Any<CancellationToken>()).Returns(AccessLevel.Owner);

        await using var services = new ServiceCollection()
            .AddApplication()
            .AddSingleton(viewer)
            .AddSingleton(access)
            .AddSingleton(_work)
            .AddSingleton(Substitute.For<IAuditTrail>())
            .AddSingleton(_repository)
            .AddSingleton(_format)
            .AddSingleton<TimeProvider>(new FakeClock())
            .AddSingleton<IBatchScheduler, AutoBatchScheduler>()
            .AddSingleton<IAssetLoader>(new AssetsInMemory(_assets))
            .AddSingleton<IAssetBySymbolLoader>(new AssetsBySymbolInMemory(_assets))
            .AddSingleton<IPortfolioLoader>(new PortfoliosInMemory(_portfolio))
            .AddSingleton<IPositionsLoader>(new LedgersInMemory(_portfolio))
            .AddSingleton(Substitute.For<ILedgerLoader>())
            .AddSingleton(Substitute.For<IPriceTicks>())
            .AddSingleton(Substitute.For<IFellowMembersLoader>())
            .AddSingleton(Substitute.For<ITransferBook>())
            .AddSingleton(Substitute.For<IPriceStore>())
            .AddSingleton<IQuoteLoader>(new QuotesInMemory(new Dictionary<AssetId, Quote>()))
            .AddSingleton<IClosingQuoteLoader>(new ClosesInMemory())
            .AddSingleton<IPriceSeriesLoader>(new SeriesInMemory())
            .AddSingleton(Substitute.For<IPriceStore>())
            .AddSingleton<IExchangeRateBook>(new RatesInMemory(new([])))
            .BuildServiceProvider();
        return await services.GetRequiredService<IMediator>().Send(request);
    }
}
