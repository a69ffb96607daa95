using System.Collections.Concurrent;
using System.Globalization;
using NodaTime;

namespace Rallies.Web.Live;

/// <summary>
/// Something made of a day's figures, once for everybody who asks in one language. It is made anew when the figures have changed, or
/// when the ages it tells have become untrue. What could not be made is not tried again before then either.
/// </summary>
/// <param name="kept">How long it may be shown at most.</param>
/// <param name="atLeast">How long it is shown even when the figures change meanwhile: what is dear is not made with every tap.</param>
internal sealed class OncePerVersion<T>(IClock clock, Duration kept, Duration atLeast = default)
{
    private readonly ConcurrentDictionary<(string Day, string Language), Made> things = new();

    /// <param name="day">A known one: each takes room for ever.</param>
    /// <param name="make">Goes on when whoever asked first has gone, as others wait for it too.</param>
    public Task<T> TakeAsync(string day, long version, Func<Task<T>> make, CancellationToken cancellation)
    {
        var place = (day, CultureInfo.CurrentUICulture.Name);
        while (true)
        {
            var now = clock.GetCurrentInstant();
            if (!things.TryGetValue(place, out var made))
                made = things.GetOrAdd(place, new Made(Begun(make), version, now));
            else if (!Stands(made, version, now))
            {
                var anew = new Made(Begun(make), version, now);
                if (!things.TryUpdate(place, anew, made))
                    continue; // somebody else was quicker
                made = anew;
            }
            return made.Thing.Value.WaitAsync(cancellation);
        }
    }

    // On a thread of its own from the first step on: whoever asks meanwhile waits without holding one.
    private static Lazy<Task<T>> Begun(Func<Task<T>> make) => new(() => Task.Run(make));

    private bool Stands(Made made, long version, Instant now)
    {
        var age = now - made.At;
        return age >= Duration.Zero && age < (made.Version >= version ? kept : atLeast);
    }

    private sealed record Made(Lazy<Task<T>> Thing, long Version, Instant At);
}
