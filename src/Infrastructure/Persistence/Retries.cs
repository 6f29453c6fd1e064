namespace Investr.Infrastructure.Persistence;

/// <summary>How often a statement is sent again to a server, and how long it waits before that at most.</summary>
internal static class Retries
{
    public const int Most = 4;

    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
}
