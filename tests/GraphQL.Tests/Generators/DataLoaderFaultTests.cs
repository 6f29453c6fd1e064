namespace Investr.GraphQL.Tests.Generators;

/// <summary>Methods that cannot become loaders: each fault has a number, a place and a sentence.</summary>
public sealed class DataLoaderFaultTests
{
    private static string[] Faults(string members, string classes = "internal static class Loaders") =>
        [.. Compiled.Of($"interface IA; {classes} {{ {members} }}").Told.Select(fault => $"{fault.Id} {fault.GetMessage(null)}").Order(StringComparer.Ordinal)];

    [Fact]
    public void It_must_be_static() => Assert.Equal(
        ["DL0001 The method GetA must be static to become a loader"],
        Faults("[DataLoader] internal Task<string> GetA(int key) => throw null!;", "internal class Loaders"));

    [Theory]
    [InlineData("private", "internal static class Loaders")]
    [InlineData("internal", "internal static class Outer { private static class Loaders")]
    public void It_must_be_reachable(string access, string classes) => Assert.Equal(
        ["DL0002 The method GetA must be at least internal, and so must its classes"],
        Faults($"[DataLoader] {access} static Task<string> GetA(int key) => throw null!; {(classes.Contains("Outer", StringComparison.Ordinal) ? "}" : "")}", classes));

    [Theory]
    [InlineData("GetA<T>", "internal static class Loaders")]
    [InlineData("GetA", "internal static class Loaders<T>")]
    public void It_must_not_be_generic(string method, string classes) => Assert.Equal(
        ["DL0003 The method GetA and its classes must not be generic to become a loader"],
        Faults($"[DataLoader] internal static Task<string> {method}(int key) => throw null!;", classes));

    [Theory]
    [InlineData("")]
    [InlineData("List<int> keys")]
    [InlineData("int[] keys")]
    [InlineData("IEnumerable<int> keys")]
    public void Keys_come_first_in_a_list_that_is_read(string parameters) => Assert.Equal(
        ["DL0004 The first parameter of GetA must be the keys (IReadOnlyList<TKey>) or the key"],
        Faults($"[DataLoader] internal static Task<Dictionary<int, string>> GetA({parameters}) => throw null!;"));

    [Theory]
    [InlineData("IReadOnlyList<int> keys", "Dictionary<int, string>")]
    [InlineData("IReadOnlyList<int> keys", "Task")]
    [InlineData("IReadOnlyList<int> keys", "Task<List<string>>")]
    [InlineData("int key", "string")]
    [InlineData("int key", "void")]
    public void It_gives_a_task_of_what_was_found(string parameters, string result) => Assert.StartsWith(
        "DL0005 The method GetA must return a Task or ValueTask: for many keys of an IReadOnlyDictionary<TKey, TValue>",
        Assert.Single(Faults($"[DataLoader] internal static {result} GetA({parameters}) => throw null!;")),
        StringComparison.Ordinal);

    [Fact]
    public void Keys_are_of_one_type() => Assert.Equal(
        ["DL0006 The keys of GetA are of int, and those of what it returns of long"],
        Faults("[DataLoader] internal static Task<Dictionary<long, string>> GetA(IReadOnlyList<int> keys) => throw null!;"));

    [Theory]
    [InlineData("string?")]
    [InlineData("int?")]
    public void Keys_are_not_null(string key) => Assert.Equal(
        ["DL0007 The keys of GetA must not be null"], Faults($"[DataLoader] internal static Task<string> GetA({key} key) => throw null!;"));

    [Fact]
    public void Parameters_are_given_by_value_and_all_faults_are_told_at_once() => Assert.Equal(
        ["DL0001 The method GetA must be static to become a loader", "DL0008 The parameter a of GetA must not be ref, in or out"],
        Faults("[DataLoader] internal Task<string> GetA(int key, in IA a) => throw null!;", "internal class Loaders"));

    [Theory]
    [InlineData("")]
    [InlineData("internal int KeyOf(string value) => 1;")]
    [InlineData("internal static long KeyOf(string value) => 1;")]
    [InlineData("internal static int KeyOf(object value) => 1;")]
    [InlineData("private static int KeyOf(string value) => 1;")]
    [InlineData("internal static KeyValuePair<int, object> KeyOf(object value) => default;")]
    public void A_lookup_tells_the_key_of_a_value(string lookup) => Assert.Equal(
        ["DL0009 The lookup KeyOf of GetA must be a static method of the same class that takes a string and returns its int, or takes any class and returns a KeyValuePair<int, string>"],
        Faults($"[DataLoader(Lookups = [\"KeyOf\"])] internal static Task<Dictionary<int, string>> GetA(IReadOnlyList<int> keys) => throw null!; {lookup}", "internal class Loaders"));

    [Fact]
    public void Groups_have_no_lookups() => Assert.Equal(
        ["DL0010 The method GetA loads groups, of which no single value is one: it can have no lookups"],
        Faults("""
            [DataLoader(Lookups = ["KeyOf"])] internal static Task<ILookup<int, string>> GetA(IReadOnlyList<int> keys) => throw null!;
            internal static int KeyOf(string value) => 1;
            """));

    [Fact]
    public void Two_methods_are_not_one_loader() => Assert.Equal(
        ["DL0011 Two methods become the loader global::ADataLoader"],
        Faults("[DataLoader] internal static Task<string> GetA(int key) => throw null!; [DataLoader] internal static Task<string> GetAAsync(int key) => throw null!;"));

    [Fact]
    public void A_module_is_named_as_a_method_can_be() => Assert.Equal(
        ["DL0012 The module's name my loaders cannot be part of a method's"],
        [.. Compiled.Of("""
            [assembly: DataLoaderModule("my loaders")]
            static class Loaders { [DataLoader] internal static Task<string> GetA(int key) => throw null!; }
            """).Told.Select(fault => $"{fault.Id} {fault.GetMessage(null)}")]);
}
