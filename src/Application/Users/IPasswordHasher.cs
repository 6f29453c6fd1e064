namespace Investr.Application.Users;

/// <summary>Turns passwords into what may be stored of them.</summary>
public interface IPasswordHasher
{
    /// <summary>A hash that no password has, as dear to compare with as any other.</summary>
    string HashOfNothing { get; }

    /// <summary>The hash of a password; a different one each time.</summary>
    string Hash(string password);

    /// <summary>Compares a password with a hash.</summary>
    PasswordMatch Verify(string hash, string password);
}

/// <summary>What comparing a password with a hash says.</summary>
public enum PasswordMatch
{
    /// <summary>It is another password.</summary>
    Wrong,

    /// <summary>It is the password.</summary>
    Right,

    /// <summary>It is the password, but its hash is weaker than new ones are: hash it again.</summary>
    RightButWeak,
}
