using Investr.GraphQL.Language;
using Investr.GraphQL.Validation;

namespace Investr.GraphQL.Tests.Validation;

public sealed class OperationLimitsTests
{
    [Fact]
    public void Fields_nest_to_the_limit_and_no_deeper()
    {
        var options = new RequestOptions { MaxExecutionDepth = 3 };

        Assert.Empty(ExampleSchema.Errors("{ portfolio(id: 1) { parent { name } } }", options));
        Assert.Equal(
            ["The operation nests its fields 4 levels deep; at most 3 are allowed."],
            ExampleSchema.Errors("{ portfolio(id: 1) { parent { ...P } } } fragment P on Portfolio { parent { name } }", options));
    }

    [Fact]
    public void Introspection_nests_as_deep_as_it_needs() =>
        Assert.Empty(ExampleSchema.Errors("{ __schema { types { ofType { ofType { name } } } } }", new() { MaxExecutionDepth = 1 }));

    [Fact]
    public void A_field_leads_to_itself_to_the_limit_and_no_more()
    {
        var options = new RequestOptions { MaxFieldCycleDepth = 2 };

        // One after another is no cycle; through fragments it is one all the same.
        Assert.Empty(ExampleSchema.Errors("{ portfolio(id: 1) { parent { parent { name } } again: parent { parent { name } } } }", options));
        var error = Assert.Single(ExampleSchema.Validate(
            "{ portfolio(id: 1) { ...P } } fragment P on Portfolio { parent { ...Q } } fragment Q on Portfolio { parent { ... { parent { name } } } }", options));
        Assert.Equal("The field Portfolio.parent leads to itself 3 times; at most 2 are allowed.", error.Message);
        Assert.Equal(ErrorCodes.LimitExceeded, error.Code);
    }

    [Fact]
    public void An_error_points_at_so_many_places_and_no_more()
    {
        var document = $"query({string.Concat(Enumerable.Repeat("$a: Int ", 6))}) {{ asset {{ price }} }}";

        var all = ExampleSchema.Validate(document, new()).First(error => error.Message.Contains("only one variable", StringComparison.Ordinal));
        var some = ExampleSchema.Validate(document, new() { MaxLocationsPerError = 5 }).First(error => error.Message.Contains("only one variable", StringComparison.Ordinal));

        Assert.Equal((6, 5), (all.Locations!.Count, some.Locations!.Count));
    }

    [Fact]
    public void Conflicts_are_looked_for_as_long_as_they_will_be_told()
    {
        // 900 fields of which each conflicts with every other: 100 are told, and one more ends it.
        var errors = ExampleSchema.Errors($"{{ {string.Concat(Enumerable.Range(0, 900).Select(i => $"portfolio(id: {i}) {{ name }} "))} }}");

        Assert.Equal(101, errors.Count);
        Assert.All(errors.Take(100), error => Assert.StartsWith("Fields \"portfolio\" conflict", error, StringComparison.Ordinal));
        Assert.Equal("Too many validation errors, error limit reached. Validation aborted.", errors[^1]);
    }

    [Fact]
    public void Aliases_in_fragments_count_at_each_spread()
    {
        var options = new RequestOptions { MaxAliases = 4 };
        const string Fragment = " fragment A on Asset { x: price y: symbol }";

        // 1 + 2 aliases, then 1 + 2 + 2.
        Assert.Empty(ExampleSchema.Errors("{ a: asset { ...A } }" + Fragment, options));
        Assert.Equal(["The operation uses more than 4 aliases."], ExampleSchema.Errors("{ a: asset { ...A } asset { ...A } }" + Fragment, options));
    }

    [Fact]
    public void Spreads_count_each_time_they_are_reached()
    {
        var options = new RequestOptions { MaxFragmentVisits = 6 };
        const string Fragments = " fragment A on Asset { ...B ...B } fragment B on Asset { price }";

        // Each A is a spread and makes two of B: 2 × 3 = 6, then 3 × 3 = 9.
        Assert.Empty(ExampleSchema.Errors("{ asset { ...A ...A } }" + Fragments, options));
        var error = Assert.Single(ExampleSchema.Validate("{ asset { ...A ...A ...A } }" + Fragments, options));
        Assert.Equal("The document spreads more than 6 fragments.", error.Message);
        Assert.Equal(ErrorCodes.LimitExceeded, error.Code);
    }

    [Fact]
    public void Fields_that_merge_cost_no_more_for_standing_side_by_side()
    {
        // 2,000 fields would be 1,999,000 pairs; in groups they are a few thousand comparisons.
        Assert.Empty(ExampleSchema.Errors($"{{ asset {{ {string.Concat(Enumerable.Repeat("price ", 2_000))} }} }}"));
        Assert.Empty(ExampleSchema.Errors($"{{ {string.Concat(Enumerable.Range(0, 900).Select(_ => "asset { price } "))} }}"));
    }

    [Fact]
    public void Comparisons_of_fields_end_at_the_limit()
    {
        var document = $"{{ asset {{ {string.Concat(Enumerable.Repeat("x: price ", 60))} x: symbol }} }}";

        Assert.Contains("The document needs more than 500 comparisons of fields.", ExampleSchema.Errors(document, new() { MaxFieldMergeComparisons = 500 }));
    }

    [Fact]
    public void Errors_end_at_the_limit()
    {
        var errors = ExampleSchema.Errors("{ asset { a b c d } }", new() { MaxValidationErrors = 3 });

        Assert.Equal(4, errors.Count);
        Assert.Equal("Too many validation errors, error limit reached. Validation aborted.", errors[^1]);
    }

    public static TheoryData<string> Attacks =>
    [
        // Thirty fragments that each spread the next twice: a billion spreads.
        "{ asset { ...F0 } }" + string.Concat(Enumerable.Range(0, 30).Select(i => $" fragment F{i} on Asset {{ ...F{i + 1} ...F{i + 1} }}")) + " fragment F30 on Asset { price }",

        // A chain of fragments, and a ring of them.
        "{ asset { ...F0 } }" + string.Concat(Enumerable.Range(0, 900).Select(i => $" fragment F{i} on Asset {{ ...F{i + 1} }}")) + " fragment F900 on Asset { price }",
        "{ portfolio(id: 1) { ...F0 } }" + string.Concat(Enumerable.Range(0, 100).Select(i => $" fragment F{i} on Portfolio {{ a: parent {{ ...F{(i + 1) % 100} }} b: parent {{ ...F{(i + 7) % 100} }} }}")),

        // Many aliases, and deep nesting.
        $"{{ {string.Concat(Enumerable.Range(0, 101).Select(i => $"a{i}: asset {{ price }} "))} }}",
        $"{{ portfolio(id: 1) {{ {string.Concat(Enumerable.Repeat("parent { ", 100))} name {new string('}', 100)} }} }}",

        // Fields of which each conflicts with every other: 404,550 pairs.
        $"{{ {string.Concat(Enumerable.Range(0, 900).Select(i => $"portfolio(id: {i}) {{ name }} "))} }}",
    ];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void What_is_too_large_is_refused_with_little_work(string text)
    {
        var document = Parser.Parse(text);
        DocumentValidator.Validate(ExampleSchema.Schema, document, new());

        var before = GC.GetAllocatedBytesForCurrentThread();
        var errors = DocumentValidator.Validate(ExampleSchema.Schema, document, new());

        // The budgets bound the work, and so what it allocates; without them it would be hundreds of megabytes. The clock of a shared machine
        // tells nothing.
        Assert.NotEmpty(errors);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }
}
