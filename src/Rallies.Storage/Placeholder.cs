namespace Rallies.Storage;

internal static class Placeholder;
