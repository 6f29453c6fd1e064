using Investr.Domain.Monetary;
using Investr.Domain.Users;

namespace Investr.Domain.Portfolios;

/// <summary>Identifies a portfolio.</summary>
/// <param name="Value">The identity.</param>
public readonly record struct PortfolioId(Guid Value)
{
    /// <summary>A new identity, ordered by time.</summary>
    /// <param name="now">The present moment, from a <see cref="TimeProvider"/>.</param>
    public static PortfolioId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>The identity as text.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>What somebody may do with a portfolio; each level includes those before it.</summary>
public enum AccessLevel
{
    /// <summary>Sees everything in it.</summary>
    Viewer,

    /// <summary>Records transactions.</summary>
    Editor,

    /// <summary>Renames, shares and deletes it.</summary>
    Owner,
}

/// <summary>Somebody with whom the owner shares a portfolio.</summary>
/// <param name="User">Who.</param>
/// <param name="Access">What they may do.</param>
public sealed record PortfolioMember(UserId User, AccessLevel Access);

/// <summary>A collection of investments that is looked at as one, with the ledger of everything that happened in it.</summary>
public sealed class Portfolio
{
    /// <summary>The longest name.</summary>
    public const int MaxNameLength = 100;

    /// <summary>The longest description.</summary>
    public const int MaxDescriptionLength = 1_000;

    /// <summary>With how many it can be shared.</summary>
    public const int MaxMembers = 100;

    private readonly List<Transaction> _transactions = [];
    private readonly List<Voiding> _voidings = [];
    private readonly List<PortfolioMember> _members = [];
    private Ledger? _ledger;

    private Portfolio(
        PortfolioId id,
        UserId ownerId,
        string name,
        string? description,
        Currency baseCurrency,
        CostBasisMethod costBasisMethod,
        DateTimeOffset createdAt)
    {
        Id = id;
        OwnerId = ownerId;
        Name = name;
        Description = description;
        BaseCurrency = baseCurrency;
        CostBasisMethod = costBasisMethod;
        CreatedAt = createdAt;
        Version = 1;
    }

    /// <summary>Its identity.</summary>
    public PortfolioId Id { get; private set; }

    /// <summary>Whose it is.</summary>
    public UserId OwnerId { get; private set; }

    /// <summary>What it is called.</summary>
    public string Name { get; private set; }

    /// <summary>What it is for.</summary>
    public string? Description { get; private set; }

    /// <summary>The currency in which it is valued.</summary>
    public Currency BaseCurrency { get; private set; }

    /// <summary>How its sales are matched with lots.</summary>
    public CostBasisMethod CostBasisMethod { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Rises with every change, in the ledger too.</summary>
    public long Version { get; private set; }

    /// <summary>With whom the owner shares it.</summary>
    public IReadOnlyList<PortfolioMember> Members => _members;

    /// <summary>Every entry that was loaded or recorded, as <see cref="Ledger"/> sees them.</summary>
    public IReadOnlyList<Transaction> Transactions => _transactions;

    /// <summary>Every voiding that was loaded or made, as <see cref="Ledger"/> sees them.</summary>
    public IReadOnlyList<Voiding> Voidings => _voidings;

    /// <summary>What happened in it. To record in it, the entries of the assets concerned must be loaded, and their voidings.</summary>
    public Ledger Ledger => _ledger ??= new Ledger(_transactions, _voidings, changed: Touch);

    /// <summary>Gives it back what was recorded in it before, in place of what was loaded so far; for whoever keeps portfolios.</summary>
    /// <param name="entries">The entries, in any order.</param>
    /// <param name="voidings">What was voided of them.</param>
    public void Recall(IEnumerable<Transaction> entries, IEnumerable<Voiding>? voidings = null)
    {
        _transactions.Clear();
        _transactions.AddRange(entries);
        _voidings.Clear();
        _voidings.AddRange(voidings ?? []);
        _ledger = null;
    }

    /// <summary>Makes a portfolio with an empty ledger.</summary>
    /// <param name="owner">Whose it is.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="baseCurrency">The currency in which it is valued.</param>
    /// <param name="method">How its sales are matched with lots.</param>
    /// <param name="now">The present moment.</param>
    /// <exception cref="RefusedException">The name is empty, or a text is too long.</exception>
    public static Portfolio Create(
        UserId owner, string name, string? description, Currency baseCurrency, CostBasisMethod method, DateTimeOffset now)
    {
        Check(name, description);
        return new(PortfolioId.New(now), owner, name.Trim(), description, baseCurrency, method, now);
    }

    /// <summary>What a user may do with it; null where they may not even know of it.</summary>
    /// <param name="user">The user.</param>
    public AccessLevel? AccessOf(UserId user) =>
        user == OwnerId ? AccessLevel.Owner : _members.Find(member => member.User == user)?.Access;

    /// <summary>Changes what it is called and what it is for.</summary>
    /// <param name="name">The new name.</param>
    /// <param name="description">The new description.</param>
    /// <exception cref="RefusedException">The name is empty, or a text is too long.</exception>
    public void Describe(string name, string? description)
    {
        Check(name, description);
        (Name, Description) = (name.Trim(), description);
        Touch();
    }

    /// <summary>Changes how its sales are matched with lots, those already recorded included.</summary>
    /// <param name="method">The new method.</param>
    public void MatchLotsBy(CostBasisMethod method)
    {
        CostBasisMethod = method;
        Touch();
    }

    /// <summary>Lets a user in, or changes what they may do.</summary>
    /// <param name="user">The user.</param>
    /// <param name="access">What they may do.</param>
    /// <exception cref="RefusedException">The user is the owner, or would become a second one, or there are too many members.</exception>
    public void Share(UserId user, AccessLevel access)
    {
        if (user == OwnerId) throw new RefusedException(new ValidationRefusal("email", "The owner has full access already."));
        if (access == AccessLevel.Owner) throw new RefusedException(new ValidationRefusal("access", "A portfolio has one owner."));

        if (_members.Count(member => member.User != user) >= MaxMembers)
            throw new RefusedException(new ValidationRefusal("email", $"A portfolio has at most {MaxMembers} members."));

        _members.RemoveAll(member => member.User == user);
        _members.Add(new(user, access));
        Touch();
    }

    /// <summary>Shuts a user out again.</summary>
    /// <param name="user">The user.</param>
    /// <exception cref="RefusedException">The user is the owner, or no member.</exception>
    public void Unshare(UserId user)
    {
        if (user == OwnerId) throw new RefusedException(new ValidationRefusal("userId", "The owner cannot be shut out."));
        if (_members.RemoveAll(member => member.User == user) == 0) throw new RefusedException(new NotFound("member"));
        Touch();
    }

    private static void Check(string name, string? description)
    {
        List<InputFault> faults = [];
        if (string.IsNullOrWhiteSpace(name)) faults.Add(new(["name"], "A name is needed."));
        if (name.Trim().Length > MaxNameLength) faults.Add(new(["name"], $"A name has at most {MaxNameLength} characters."));
        if (description?.Length > MaxDescriptionLength)
            faults.Add(new(["description"], $"A description has at most {MaxDescriptionLength} characters."));

        if (faults.Count > 0) throw new RefusedException(new ValidationRefusal(faults));
    }

    private void Touch() => Version++;
}
