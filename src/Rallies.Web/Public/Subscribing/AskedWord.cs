namespace Rallies.Web.Public.Subscribing;

/// <summary>A key of the page's address with a value of it, as it was asked.</summary>
public sealed record AskedWord(string Key, string Value);
