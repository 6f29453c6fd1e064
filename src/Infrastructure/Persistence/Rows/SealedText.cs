namespace Investr.Infrastructure.Persistence.Rows;

/// <summary>A text that is opened when somebody looks at it: of fifty thousand notes that are read, a page shows fifty.</summary>
internal sealed class SealedText
{
    private readonly Func<string> _open;

    private SealedText(Func<string> open) => _open = open;

    /// <summary>The text itself.</summary>
    public string Value => _open();

    public static SealedText Of(Func<string> open) => new(open);

    /// <summary>A text still to be stored.</summary>
    public static SealedText? Of(string? text) => text is null ? null : new(() => text);
}
