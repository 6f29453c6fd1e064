namespace Investr.DataLoader;

/// <summary>What one of a request's loaders, or a list, has loaded, told to the loaders that would fetch the same by another key.</summary>
/// <param name="services">The request's services.</param>
public sealed class PromiseCache(IServiceProvider services)
{
    /// <summary>Tells of a value; null is none.</summary>
    public void Publish<T>(T? value) where T : class => PublishMany([value]);

    /// <summary>Tells of values; null is none.</summary>
    public void PublishMany<T>(IEnumerable<T?> values) where T : class
    {
        if (services.GetService(typeof(IEnumerable<IValueLookup<T>>)) is not ICollection<IValueLookup<T>> { Count: > 0 } lookups) return;

        foreach (var value in values)
        {
            if (value is null) continue;
            foreach (var lookup in lookups) lookup.Offer(value);
        }
    }
}

/// <summary>A loader that knows the key of a value which others loaded. Registered in the services, once a request.</summary>
public interface IValueLookup<in T> where T : class
{
    /// <summary>Keeps the value, or a part of it, where it is not known yet.</summary>
    void Offer(T value);
}
