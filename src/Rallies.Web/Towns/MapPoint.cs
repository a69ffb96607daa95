namespace Rallies.Web.Towns;

/// <summary>Where a place lies on an outline, in the units of its view box, right to a tenth.</summary>
public readonly record struct MapPoint(double X, double Y);
