using Rallies.Web.Live;
using Rallies.Web.Settings;

namespace Rallies.Web.Hubs;

/// <summary>Which transport newcomers' pages get: the stream, once as many watch over the hub as it is to carry.</summary>
internal sealed class Crowd(HubViewers viewers, RalliesSettings settings)
{
    public Transport ForNewcomers => viewers.Count >= settings.CrowdAt ? Transport.Stream : Transport.Hub;
}
