using System.Text.RegularExpressions;
using Investr.TestKit;

namespace Investr.Architecture.Tests;

/// <summary>Every test that docs/security.md names is there.</summary>
public sealed partial class Promises
{
    [Fact]
    public void Every_test_that_the_page_on_security_names_exists()
    {
        var named = TestName().Matches(File.ReadAllText(Path.Combine(Repository.Folder, "docs/security.md")))
            .Select(name => (Class: name.Groups[1].Value, Method: name.Groups[2].Value)).ToArray();

        Assert.NotEmpty(named);
        Assert.Empty(named.Where(test => !Exists(test.Class, test.Method)).Select(test => $"{test.Class}.{test.Method}"));
    }

    [Fact]
    public void A_test_that_is_not_there_is_found_missing() => Assert.False(Exists(nameof(Promises), "A_test_that_nobody_wrote"));

    private static bool Exists(string type, string method) => Directory
        .EnumerateFiles(Path.Combine(Repository.Folder, "tests"), $"{type}.cs", SearchOption.AllDirectories)
        .Any(file => File.ReadAllText(file).Contains($" {method}(", StringComparison.Ordinal));

    [GeneratedRegex(@"`(\w+)\.([A-Z]\w*_\w+)`")]
    private static partial Regex TestName();
}
