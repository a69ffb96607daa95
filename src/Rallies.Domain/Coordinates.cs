namespace Rallies.Domain;
public readonly record struct Coordinates(double Latitude, double Longitude);
