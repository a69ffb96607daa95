namespace Rallies.Web.Public.Press;

/// <summary>A figure of the press sheet: whose, where, what it rests on and from when. Where and when may be empty.</summary>
public sealed record PressRow(string Name, string Where, string Basis, string When, string Figure);
