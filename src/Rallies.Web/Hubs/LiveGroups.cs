namespace Rallies.Web.Hubs;

/// <summary>Who hears what: boards hear a whole day, a town's pages hear their town.</summary>
internal static class LiveGroups
{
    public static string Board(string day) => day;

    public static string Town(string day, string town) => $"{day}/{town}";
}
