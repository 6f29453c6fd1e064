using System.Text;
using System.Text.Json;
using Investr.Domain.Auditing;
using Investr.Domain.Users;
using Investr.Infrastructure.Persistence.Rows;
using Investr.Infrastructure.Protection;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Investr.Infrastructure.Persistence;

/// <summary>Columns that hold something of a person: bytes that only the service can read.</summary>
/// <remarks>The same text gives other bytes each time, so that no query can look for it or sort by it.</remarks>
internal static class PersonalColumns
{
    private const string Mark = "Investr:Personal";

    /// <summary>Seals what the property holds.</summary>
    /// <param name="property">The property: a text, an e-mail address, a <see cref="SealedText"/> or an <see cref="AuditOrigin"/>.</param>
    /// <param name="place">What it holds, such as <c>User.DisplayName</c>. It belongs to what is stored, and never changes.</param>
    public static PropertyBuilder<T> IsPersonal<T>(this PropertyBuilder<T> property, string place)
    {
        property.Metadata.SetAnnotation(Mark, place);
        return property;
    }

    /// <summary>Gives every personal property its conversion.</summary>
    public static void Seal(ModelBuilder model, PersonalData data)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            // The mark has done its work, and is nothing that a migration should hold.
            if (property.RemoveAnnotation(Mark)?.Value is not string place) continue;

            property.SetValueConverter(ConverterFor(property.ClrType, data.ProtectorOf(place)));
            property.SetMaxLength(null);
        }
    }

    /// <summary>Seals a text that an earlier version stored as it was; null where the property is not personal.</summary>
    public static Func<string, byte[]>? SealOf(IReadOnlyProperty property) =>
        property.GetValueConverter() is IPersonalConverter converter ? converter.Seal : null;

    private static ValueConverter ConverterFor(Type type, IDataProtector protector) => type switch
    {
        _ when type == typeof(string) => new TextConverter(protector),
        _ when type == typeof(EmailAddress) => new EmailConverter(protector),
        _ when type == typeof(SealedText) => new SealedConverter(protector),
        _ when type == typeof(AuditOrigin) => new OriginConverter(protector),
        _ => throw new InvalidOperationException($"There is no way to seal a {type.Name}."),
    };

    private static byte[] SealedBy(IDataProtector protector, string text) => protector.Protect(Encoding.UTF8.GetBytes(text));

    private static string OpenedBy(IDataProtector protector, byte[] bytes) => Encoding.UTF8.GetString(protector.Unprotect(bytes));

    private interface IPersonalConverter
    {
        byte[] Seal(string text);
    }

    private sealed class TextConverter(IDataProtector protector)
        : ValueConverter<string, byte[]>(text => SealedBy(protector, text), bytes => OpenedBy(protector, bytes)), IPersonalConverter
    {
        public byte[] Seal(string text) => SealedBy(protector, text);
    }

    private sealed class EmailConverter(IDataProtector protector) : ValueConverter<EmailAddress, byte[]>(
        email => SealedBy(protector, email.Value), bytes => EmailAddress.Parse(OpenedBy(protector, bytes))), IPersonalConverter
    {
        public byte[] Seal(string text) => SealedBy(protector, text);
    }

    // No earlier version stored one in clear.
    private sealed class OriginConverter(IDataProtector protector) : ValueConverter<AuditOrigin, byte[]>(
        origin => SealedBy(protector, JsonSerializer.Serialize(origin, JsonSerializerOptions.Default)),
        bytes => JsonSerializer.Deserialize<AuditOrigin>(OpenedBy(protector, bytes), JsonSerializerOptions.Default)!);

    private sealed class SealedConverter(IDataProtector protector) : ValueConverter<SealedText, byte[]>(
        text => SealedBy(protector, text.Value), bytes => SealedText.Of(() => OpenedBy(protector, bytes))), IPersonalConverter
    {
        public byte[] Seal(string text) => SealedBy(protector, text);
    }
}
