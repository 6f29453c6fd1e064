namespace Investr.Infrastructure.Persistence;

/// <summary>A database that the service cannot work with, told to the person who can put it right.</summary>
/// <param name="message">What is wrong, and what to do.</param>
public sealed class DatabaseRefusedException(string message) : Exception(message);
