namespace Investr.DataLoader;

/// <summary>Makes a loader of a static method: <c>GetBrandByIdAsync</c> becomes <c>BrandByIdDataLoader</c> and
/// <c>IBrandByIdDataLoader</c>, in the method's namespace, when the project is compiled with Investr.GraphQL.Generators.</summary>
/// <remarks>The first parameter says what is loaded at once. An <c>IReadOnlyList&lt;TKey&gt;</c> is a batch: the method gives a task of a
/// dictionary, or of a lookup (or a dictionary of arrays), whose keys have a group each. A <c>TKey</c> is one value at a time. Further
/// parameters are services, a <see cref="CancellationToken"/>, other loaders of the request, and <see cref="DataLoaderStateAttribute"/>.</remarks>
/// <param name="name">The loader's name, where it is not the method's.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DataLoaderAttribute(string? name = null) : Attribute
{
    /// <summary>The loader's name; null for that of the method.</summary>
    public string? Name { get; } = name;

    /// <summary>Where the method's services come from.</summary>
    public DataLoaderServiceScope ServiceScope { get; init; }

    /// <summary>Who can use the loader.</summary>
    public DataLoaderAccessModifier AccessModifier { get; init; }

    /// <summary>Methods of the same class that tell the key of a value which another loader has loaded, so that it is not fetched again:
    /// <c>static int KeyOf(Brand brand)</c>, or, where the value is a part of what was loaded,
    /// <c>static KeyValuePair&lt;int, Brand&gt; BrandOf(Product product)</c>.</summary>
    public string[] Lookups { get; init; } = [];
}

/// <summary>The parameter is what <see cref="DataLoaderStateExtensions.SetState"/> gave the loader.</summary>
/// <param name="key">The state's name, where it is not the parameter's.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class DataLoaderStateAttribute(string? key = null) : Attribute
{
    /// <summary>The state's name; null for that of the parameter.</summary>
    public string? Key { get; } = key;
}

/// <summary>What holds for each loader of the assembly that does not say otherwise.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class DataLoaderDefaultsAttribute : Attribute
{
    /// <summary>Where services come from: of each fetch's own, where nothing is said.</summary>
    public DataLoaderServiceScope ServiceScope { get; init; }

    /// <summary>Who can use the loaders: whoever can use the method, where nothing is said.</summary>
    public DataLoaderAccessModifier AccessModifier { get; init; }

    /// <summary>Whether each loader gets an interface.</summary>
    public bool GenerateInterfaces { get; init; } = true;

    /// <summary>Whether a method is made that registers the loaders.</summary>
    public bool GenerateRegistrationCode { get; init; } = true;
}

/// <summary>Names the method that registers the assembly's loaders: <c>services.Add{Name}()</c>. Without it the name is that of the
/// assembly's last part, and <c>DataLoaders</c>.</summary>
/// <param name="name">What follows <c>Add</c>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class DataLoaderModuleAttribute(string name) : Attribute
{
    /// <summary>What follows <c>Add</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Whether only the assembly itself can call it.</summary>
    public bool IsInternal { get; init; }
}

/// <summary>Where a loader's services come from.</summary>
public enum DataLoaderServiceScope
{
    /// <summary>Where the assembly's defaults say; from each fetch's own scope, where they do not.</summary>
    Default,

    /// <summary>From a scope of the fetch's own, so that no two of them share what serves one at a time.</summary>
    DataLoaderScope,

    /// <summary>From the request's.</summary>
    OriginalScope,
}

/// <summary>Who can use a loader.</summary>
public enum DataLoaderAccessModifier
{
    /// <summary>Whoever the assembly's defaults say; whoever can use the method, where they do not.</summary>
    Default,

    /// <summary>Everybody.</summary>
    Public,

    /// <summary>Everybody, by its interface alone.</summary>
    PublicInterface,

    /// <summary>The assembly itself.</summary>
    Internal,
}
