namespace Rallies.Calendars;

internal static class Placeholder;
