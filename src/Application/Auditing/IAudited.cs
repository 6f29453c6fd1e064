using System.Text.Json;

namespace Investr.Application.Auditing;

/// <summary>A request of which the audit log tells, however it ends. What it tells holds no amount, secret or address.</summary>
public interface IAudited
{
    /// <summary>What is asked for: the request's name as the schema would write it.</summary>
    string AuditAction => JsonNamingPolicy.CamelCase.ConvertName(GetType().Name);

    /// <summary>What it is about, by <see cref="Auditing.AuditSubject"/>.</summary>
    string AuditSubject { get; }

    /// <summary>What else there is to know.</summary>
    string? AuditDetail => null;
}

/// <summary>A look at what may belong to others, of which the audit log tells where an administrator takes it.</summary>
public interface IAuditedRead : IAudited;
