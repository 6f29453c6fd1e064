using Investr.Infrastructure.Importing;

namespace Investr.Infrastructure.Tests.Importing;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData(",", "\n")]
    [InlineData(";", "\n")]
    [InlineData("\t", "\n")]
    [InlineData(",", "\r\n")]
    [InlineData(";", "\r\n")]
    public void The_delimiter_is_what_the_header_has_most_of(string delimiter, string end)
    {
        var text = $"date{delimiter}note{end}2024-01-03{delimiter}one{end}2024-01-04{delimiter}two{end}";

        Assert.Equal(["date", "note"], CsvText.HeaderOf(text));
        Assert.Equal([(2, "one"), (3, "two")], Notes(text));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_quoted_field_over_several_lines_does_not_move_the_numbers_of_the_lines(string end)
    {
        var text = string.Join(end, "date,note", "2024-01-03,\"first", "second", "third\"", "2024-01-04,after", "", "2024-01-05,last");

        Assert.Equal([(2, string.Join(end, "first", "second", "third")), (5, "after"), (7, "last")], Notes(text));
    }

    [Fact]
    public void A_fault_in_a_row_of_several_lines_is_told_with_the_line_on_which_it_begins()
    {
        const string text = "date,type,quantity,note\n2024-01-03,BUY,1,\"one\ntwo\"\n2024-01-03,BUY,x,\"one\ntwo\"\n2024-01-03,BUY,y,\n";

        Assert.Equal([4, 6], Formats.Faults("generic-csv", text).Select(fault => fault.Line));
    }

    [Fact]
    public void Quotation_marks_delimiters_and_blanks_may_stand_in_quoted_fields()
    {
        Assert.Equal([(2, "a \"b\", c"), (3, "d")], Notes("date,note\n2024-01-03,\"a \"\"b\"\", c\"\n2024-01-04,  d  \n"));
    }

    [Fact]
    public void A_quotation_mark_where_none_may_stand_is_a_fault()
    {
        var (_, faults) = CsvText.Read("date,note\n2024-01-03,a \"b\" c\n", fields => fields.Text("note"));

        Assert.Equal(2, Assert.Single(faults).Line);
    }

    [Fact]
    public void A_quotation_that_never_ends_takes_the_rest_and_harms_nothing()
    {
        var text = "date,type,note\n2024-01-03,DEPOSIT,\"never ends\n2024-01-04,DEPOSIT,x\n";

        Assert.NotEmpty(Formats.Faults("generic-csv", text));
    }

    [Fact]
    public void Numbers_that_come_to_more_than_a_number_holds_are_a_fault_of_their_row()
    {
        var (rows, faults) = CsvText.Read(
            "a,b\n2,3\n9999999999999999999999999999,9999999999999999999999999999\n", fields => new Box(fields.Number("a")!.Value * fields.Number("b")!.Value));

        Assert.Equal(6, Assert.Single(rows).Number);
        Assert.Equal((3, null), (Assert.Single(faults).Line, faults[0].Field));
    }

    [Fact]
    public void Rows_may_be_shorter_than_the_header() => Assert.Equal([(2, null)], Notes("date,note\n2024-01-03\n"));

    private static IEnumerable<(int, string?)> Notes(string text)
    {
        var (rows, faults) = CsvText.Read(text, fields => new Row(fields.Line, fields.Text("note")));
        Assert.Empty(faults);
        return rows.Select(row => (row.Line, row.Note));
    }

    private sealed record Box(decimal Number);

    private sealed record Row(int Line, string? Note);
}
