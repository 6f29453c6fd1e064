using Investr.Domain;
using Investr.Domain.Importing;
using Investr.Domain.Portfolios;
using Investr.Domain.Users;
using Investr.GraphQL;

namespace Investr.Api.Errors;

/// <summary>One or more input fields break a rule; nothing was changed.</summary>
[ObjectType<ValidationRefusal>(Ignore = [nameof(ValidationRefusal.Faults)])]
[GraphQLName("ValidationError")]
internal static class ValidationErrorType
{
    /// <summary>Every fault that was found, not just the first.</summary>
    public static IReadOnlyList<InputFault> GetFields([Parent] ValidationRefusal refusal) => refusal.Faults;
}

/// <summary>An input field that breaks a rule.</summary>
[ObjectType<InputFault>]
[GraphQLName("FieldError")]
internal static class FieldErrorType;

/// <summary>What was asked for does not exist, or the caller may not see it.</summary>
[ObjectType<NotFound>(Ignore = [nameof(NotFound.What)])]
[GraphQLName("NotFoundError")]
internal static class NotFoundErrorType;

/// <summary>The record was changed by someone else since the caller read it, or a key was used for something else.</summary>
[ObjectType<Conflict>(Ignore = [nameof(Conflict.Reason)])]
[GraphQLName("ConflictError")]
internal static class ConflictErrorType;

/// <summary>The sale or transfer takes more than the portfolio held on that day.</summary>
[ObjectType<InsufficientQuantity>(Ignore = [nameof(InsufficientQuantity.Asset)])]
[GraphQLName("InsufficientQuantityError")]
internal static class InsufficientQuantityErrorType;

/// <summary>The e-mail, the password or the token is not right; which of them is not told.</summary>
[ObjectType<InvalidCredentials>]
[GraphQLName("InvalidCredentialsError")]
internal static class InvalidCredentialsErrorType;

/// <summary>Too many wrong passwords in a row.</summary>
[ObjectType<AccountLocked>]
[GraphQLName("AccountLockedError")]
internal static class AccountLockedErrorType;

/// <summary>There is an account with this e-mail address already.</summary>
[ObjectType<EmailTaken>(Ignore = [nameof(EmailTaken.Email)])]
[GraphQLName("EmailTakenError")]
internal static class EmailTakenErrorType;

/// <summary>Without this administrator nobody would look after the service.</summary>
[ObjectType<LastAdministrator>]
[GraphQLName("LastAdministratorError")]
internal static class LastAdministratorErrorType;

/// <summary>The file could not be imported; nothing was written.</summary>
[ObjectType<ImportRefused>]
[GraphQLName("ImportError")]
internal static class ImportErrorType;

/// <summary>What is wrong with one row of a file.</summary>
[ObjectType<ImportRowFault>]
[GraphQLName("ImportRowError")]
internal static class ImportRowErrorType;
