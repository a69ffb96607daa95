namespace Rallies.Domain;

internal static class Placeholder;
