namespace Investr.GraphQL.Generators;

/// <summary>How a method loads.</summary>
internal enum LoaderForm
{
    /// <summary>A value for each of many keys.</summary>
    Batch,

    /// <summary>A group for each of many keys, as a lookup.</summary>
    Group,

    /// <summary>A group for each of many keys, as a dictionary of arrays.</summary>
    GroupOfArrays,

    /// <summary>The value of one key.</summary>
    Cache,
}

/// <summary>What a parameter of the method gets.</summary>
internal enum ParameterSource
{
    Keys,
    Cancellation,
    State,
    RequestService,
    Service,
}

/// <summary>A parameter, and what it gets where there is nothing for it; null where there must be something.</summary>
internal sealed record LoaderParameter(ParameterSource Source, string Type, string? StateKey, string? Fallback);

/// <summary>A method that tells a value's key, or, where it gives a pair, the key and the value within what others loaded.</summary>
internal sealed record ValueLookup(string Source, string Method, bool GivesPair);

/// <summary>The words before <c>class</c> and <c>interface</c>; null where there is no interface.</summary>
internal sealed record LoaderAccess(string Class, string? Interface);

/// <summary>A loader to be made: all that is known of its method. Types are written in full.</summary>
internal sealed record Loader(
    string Name,
    string? Namespace,
    LoaderForm Form,
    string Key,
    string Value,
    string Method,
    LoaderAccess Access,
    EquatableArray<LoaderParameter> Parameters,
    EquatableArray<ValueLookup> Lookups,
    EquatableArray<string> Usings)
{
    /// <summary>Whether a value is an object, which can be missing and of which others can be told.</summary>
    public bool ValuesAreObjects { get; init; }

    public string ClassName => FullName(Name);

    public string InterfaceName => FullName("I" + Name);

    private string FullName(string name) => Namespace is null ? $"global::{name}" : $"global::{Namespace}.{name}";
}

/// <summary>What came of reading a method: a loader, or what is wrong with it.</summary>
internal sealed record Reading(Loader? Loader, EquatableArray<Fault> Faults);
