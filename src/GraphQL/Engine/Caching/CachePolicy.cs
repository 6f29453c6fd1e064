using System.Globalization;

namespace Investr.GraphQL;

/// <summary>How long an answer may be kept, and by whom.</summary>
/// <param name="MaxAge">How long it stays good.</param>
/// <param name="Scope">Whether proxies may keep it for others.</param>
public sealed record CachePolicy(TimeSpan MaxAge, CacheControlScope Scope)
{
    /// <summary>The policy as a <c>Cache-Control</c> header has it.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"max-age={(long)MaxAge.TotalSeconds}, {(Scope == CacheControlScope.Private ? "private" : "public")}");
}

/// <summary>Who may keep an answer.</summary>
public enum CacheControlScope
{
    /// <summary>Everybody, proxies too.</summary>
    Public,

    /// <summary>The client alone.</summary>
    Private,
}

/// <summary>How long an answer with this field, or with objects of this type, may be kept: <c>@cacheControl</c>.</summary>
/// <remarks>An answer to a query is good as long as the part of it that changes first. A root field, and one of objects, is good for no time
/// where neither it nor their type says otherwise; any other is as good as the object that it belongs to. What [Authorize] protects is the
/// client's alone. An answer with errors may not be kept.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Method | AttributeTargets.Property)]
public sealed class CacheControlAttribute : Attribute
{
    /// <summary>Leaves the time open.</summary>
    public CacheControlAttribute()
    {
    }

    /// <summary>Tells the time.</summary>
    /// <param name="maxAge">Seconds.</param>
    public CacheControlAttribute(int maxAge) => Seconds = maxAge;

    /// <summary>How many seconds it stays good.</summary>
    public int MaxAge => Seconds ?? 0;

    /// <summary>Whether the objects are as good as the one that the field belongs to.</summary>
    public bool InheritMaxAge { get; init; }

    /// <summary>Who may keep it.</summary>
    public CacheControlScope Scope { get; init; }

    internal int? Seconds { get; }
}
