using System.Security.Cryptography;
using System.Text;
using Investr.Domain.Users;
using Microsoft.AspNetCore.DataProtection;

namespace Investr.Infrastructure.Protection;

/// <summary>Makes what is personal unreadable to whoever has the database alone, and readable again to the service.</summary>
internal sealed class PersonalData(IDataProtectionProvider protection, ProtectionKey key)
{
    private readonly byte[] _emailKey = key.For("e-mail");

    /// <summary>Seals and opens what is kept in one place, such as <c>User.DisplayName</c>; what was sealed for another does not open.</summary>
    public IDataProtector ProtectorOf(string place) => protection.CreateProtector("Investr.PersonalData", place);

    /// <summary>By what an address is found: the same for the same address, and telling nothing of it to whoever lacks the key.</summary>
    public string HashOf(EmailAddress email) => Convert.ToHexString(HMACSHA256.HashData(_emailKey, Encoding.UTF8.GetBytes(email.Value)));
}
