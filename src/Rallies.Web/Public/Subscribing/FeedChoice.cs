namespace Rallies.Web.Public.Subscribing;

/// <summary>A feed to choose.</summary>
/// <param name="Query">Of this page: <c>?day=3rd-june</c>.</param>
public sealed record FeedChoice(string Name, string Query, bool IsChosen);
