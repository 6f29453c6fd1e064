namespace Investr.Infrastructure.Protection;

/// <summary>How personal data are kept unreadable in the database: the settings under <c>Protection</c>, beside the secret itself.</summary>
internal sealed record ProtectionOptions : ISettings
{
    /// <summary>The folder of Data Protection's keys, which is made; <c>key-ring</c> beside the database where it is left out.</summary>
    public string? KeyRing { get; init; }

    public IEnumerable<string> Faults()
    {
        if (KeyRing is { } folder && File.Exists(folder)) yield return "Protection__KeyRing must be a folder, and there is a file of this name.";
    }
}
