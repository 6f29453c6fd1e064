namespace Investr.Infrastructure.Protection;

/// <summary>How personal data are kept unreadable in the database: the settings under <c>Protection</c>.</summary>
internal sealed record ProtectionOptions
{
    /// <summary>The secret itself, in base64.</summary>
    public string? Key { get; init; }

    /// <summary>The file with the secret; <c>protection.key</c> beside the database where both are left out.</summary>
    public string? KeyFile { get; init; }

    /// <summary>The folder of Data Protection's keys, which is made; <c>key-ring</c> beside the database where it is left out.</summary>
    public string? KeyRing { get; init; }

    public override string ToString() => nameof(ProtectionOptions);
}
