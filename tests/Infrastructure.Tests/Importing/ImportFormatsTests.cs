using Investr.Application.Importing;
using Investr.Domain;
using Investr.Domain.Importing;
using Investr.Infrastructure.Tests.Persistence;

namespace Investr.Infrastructure.Tests.Importing;

public sealed class ImportFormatsTests
{
    public static TheoryData<string> Ids => [.. Formats.All.Select(format => format.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_sample_of_a_format_is_found_to_be_its_own_and_can_be_imported(string id)
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();

        var result = await investor.SendAsync(new ImportTransactions(portfolio, Formats.Of(id).Sample));

        Assert.Equal(id, result.Format);
        Assert.True(result.Rows > 0);
        Assert.Equal((result.Rows, 0), (result.Imported, result.Duplicates));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_same_file_twice_adds_nothing(string id)
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();
        var first = await investor.SendAsync(new ImportTransactions(portfolio, Formats.Of(id).Sample));

        var second = await investor.SendAsync(new ImportTransactions(portfolio, Formats.Of(id).Sample));

        Assert.Equal((0, first.Rows), (second.Imported, second.Duplicates));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_sample_with_a_byte_order_mark_carriage_returns_and_empty_lines_reads_the_same(string id)
    {
        var format = Formats.Of(id);
        var plain = format.Read(format.Sample);
        var windows = $"\uFEFF{format.Sample.Replace("\n", "\r\n", StringComparison.Ordinal)}\r\n\r\n";

        var text = ImportText.Read(System.Text.Encoding.UTF8.GetBytes(windows))!;

        Assert.Equal(id, Formats.Recognize(text)?.Id);
        Assert.Equal(plain.Rows.Select(Told), format.Read(text).Rows.Select(Told));
    }

    private static string Told(ImportedRow row) => string.Join(" + ", (IEnumerable<object>)[row, .. row.TakesFrom, .. row.Draft.TransferredLots ?? []]);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_format_tells_what_it_expects_where_a_file_is_something_else(string id)
    {
        var fault = Assert.Single(Formats.Faults(id, "nothing,of,the,kind\n1,2,3,4\n"));

        Assert.Equal((1, null), (fault.Line, fault.Field));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing,of,the,kind\n1,2,3,4\n")]
    [InlineData("{\"activities\": 1}")]
    [InlineData("[]")]
    public async Task A_file_of_no_known_format_is_refused(string text)
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();

        var refused = await Assert.ThrowsAsync<RefusedException>(() => investor.SendAsync(new ImportTransactions(portfolio, text)));

        Assert.Equal(1, Assert.Single(Assert.IsType<ImportRefused>(refused.Refusal).Rows).Line);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_header_alone_is_told_to_have_no_rows(string id)
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();
        var sample = Formats.Of(id).Sample;
        var header = sample.StartsWith('{') ? "{\"activities\": []}" : sample.Split('\n')[0];

        var refused = await Assert.ThrowsAsync<RefusedException>(() => investor.SendAsync(new ImportTransactions(portfolio, header)));

        Assert.Equal("The file has no rows.", Assert.Single(Assert.IsType<ImportRefused>(refused.Refusal).Rows).Message);
    }

    [Fact]
    public async Task A_picture_is_told_to_be_no_text()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();
        var picture = ImportText.Read([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D]);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => investor.SendAsync(new ImportTransactions(portfolio, picture)));

        Assert.Equal("This is no text file; a CSV in UTF-8 is expected.", Assert.Single(Assert.IsType<ImportRefused>(refused.Refusal).Rows).Message);
    }

    [Fact]
    public async Task A_row_too_many_is_told_by_its_line()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();
        var rows = string.Concat(Enumerable.Repeat("2024-01-02,DEPOSIT,1\n", ImportTransactions.MostRows + 1));

        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            investor.SendAsync(new ImportTransactions(portfolio, $"date,type,amount\n{rows}")));

        // The header is line 1, so that row 100,001 is line 100,002.
        Assert.Equal(100_002, Assert.Single(Assert.IsType<ImportRefused>(refused.Refusal).Rows).Line);
    }
}
