namespace Investr.Domain.Users;

/// <summary>Identifies a session.</summary>
/// <param name="Value">The identity.</param>
public readonly record struct SessionId(Guid Value)
{
    /// <summary>A new identity, ordered by time.</summary>
    /// <param name="now">The present moment, from a <see cref="TimeProvider"/>.</param>
    public static SessionId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>The identity as text.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>
/// One signed-in device: a family of refresh tokens of which only the newest is good. A token used a second time was copied, so
/// it ends the whole family.
/// </summary>
public sealed class Session
{
    /// <summary>How many used tokens are remembered. One that is older is refused, but no longer ends the session.</summary>
    public const int RememberedTokens = 100;

    // The hashes of tokens already used, so that a second use is told apart from a token that never was.
    private readonly List<string> _usedTokenHashes = [];

    private Session(SessionId id, UserId userId, string tokenHash, string? userAgent, DateTimeOffset createdAt, DateTimeOffset expiresAt)
    {
        Id = id;
        UserId = userId;
        TokenHash = tokenHash;
        UserAgent = userAgent;
        CreatedAt = LastUsedAt = createdAt;
        ExpiresAt = expiresAt;
    }

    /// <summary>Its identity.</summary>
    public SessionId Id { get; private set; }

    /// <summary>Whose it is.</summary>
    public UserId UserId { get; private set; }

    /// <summary>The hash of the one refresh token that is good now.</summary>
    public string TokenHash { get; private set; }

    /// <summary>The hashes of the tokens that were good once, the newest <see cref="RememberedTokens"/> of them.</summary>
    public IReadOnlyList<string> UsedTokenHashes => _usedTokenHashes;

    /// <summary>What the device called itself.</summary>
    public string? UserAgent { get; private set; }

    /// <summary>When the user signed in.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When a token was last used.</summary>
    public DateTimeOffset LastUsedAt { get; private set; }

    /// <summary>Until when the token that is good now can be used.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When it was ended; null while it goes on.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Begins a session.</summary>
    /// <param name="userId">Who signed in.</param>
    /// <param name="tokenHash">The hash of the first refresh token.</param>
    /// <param name="userAgent">What the device calls itself.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="lifetime">How long the token can be used.</param>
    public static Session Begin(UserId userId, string tokenHash, string? userAgent, DateTimeOffset now, TimeSpan lifetime) =>
        new(SessionId.New(now), userId, tokenHash, userAgent, now, now + lifetime);

    /// <summary>Whether its newest token can be used now.</summary>
    /// <param name="now">The present moment.</param>
    public bool IsActive(DateTimeOffset now) => EndedAt is null && now < ExpiresAt;

    /// <summary>Uses up the token that is good now and makes the next one good.</summary>
    /// <param name="tokenHash">The hash of the token that was shown.</param>
    /// <param name="nextTokenHash">The hash of the token to follow it.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="lifetime">How long the next token can be used.</param>
    /// <returns>
    /// Whether the next token is good. If it is not, the token shown was unknown, too old, or one of this family used before;
    /// the last of these has ended the session.
    /// </returns>
    public bool TryRefresh(string tokenHash, string nextTokenHash, DateTimeOffset now, TimeSpan lifetime)
    {
        if (_usedTokenHashes.Contains(tokenHash)) End(now);
        if (tokenHash != TokenHash || !IsActive(now)) return false;

        _usedTokenHashes.Add(tokenHash);
        if (_usedTokenHashes.Count > RememberedTokens) _usedTokenHashes.RemoveAt(0);
        TokenHash = nextTokenHash;
        LastUsedAt = now;
        ExpiresAt = now + lifetime;
        return true;
    }

    /// <summary>Ends it; no token of the family is good any more.</summary>
    /// <param name="now">The present moment.</param>
    public void End(DateTimeOffset now) => EndedAt ??= now;
}
