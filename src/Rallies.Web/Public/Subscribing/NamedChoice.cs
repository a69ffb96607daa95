namespace Rallies.Web.Public.Subscribing;

/// <summary>One of several to choose from, by its slug.</summary>
public sealed record NamedChoice(string Slug, string Name);
