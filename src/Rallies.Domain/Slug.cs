namespace Rallies.Domain;
public readonly record struct Slug(string Value) { public static Slug From(string text) => new(text.ToLowerInvariant().Replace(' ', '-')); public override string ToString() => Value; }
