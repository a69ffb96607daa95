namespace Rallies.Web.Streams;

/// <summary>What is to be said to one group of viewers.</summary>
/// <param name="Group">As the hub calls it: <see cref="Hubs.LiveGroups"/>.</param>
/// <param name="Make">Called once, when there is anybody in the group to hear it.</param>
internal readonly record struct GroupMessage(string Group, Func<StreamMessage> Make);
