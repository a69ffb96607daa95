using Rallies.Web.Live;

namespace Rallies.Web.Hubs;

/// <summary>Everything the site says to a page that watches. Mirrored by contract.ts; a test holds the two together.</summary>
public interface ILiveClient
{
    Task Counts(Frame frame);

    Task Announcement(Announcement announcement);

    Task Speaking(Speaking speaking);
}
