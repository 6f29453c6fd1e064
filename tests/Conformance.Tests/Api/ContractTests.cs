using System.Text.RegularExpressions;

namespace Investr.Conformance.Tests.Api;

/// <summary>The schema that is served against the contract of the public API, compared by graphql-js, but for what is not built yet.</summary>
public sealed class ContractTests(NodeProject node)
{
    [Fact]
    public async Task What_is_built_keeps_the_contract()
    {
        var repository = Path.GetFullPath(Path.Combine(node.Folder, "../../.."));
        var contract = Path.GetFullPath(Path.Combine(repository, "../shared/contract/schema.graphql"));
        Assert.SkipUnless(File.Exists(contract), "The contract, ../shared/contract/schema.graphql, is not here.");

        var report = await node.RunAsync("contract.mjs", contract, Path.Combine(repository, "src/Api/schema.graphql"), "not-built.txt");

        // A comparison of nothing would find no fault either.
        var types = int.Parse(Regex.Match(report, @"^(\d+) types").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(types > 50, report);
    }
}
