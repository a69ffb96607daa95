namespace Rallies.Web.Live;

/// <summary>Four frames a second, and two while handing one out takes longer than the time until the next.</summary>
internal sealed class FrameRate
{
    /// <summary>The least time between two frames.</summary>
    public TimeSpan Between { get; private set; } = FramePacer.BetweenFrames;

    /// <summary>Takes in how long it took until everybody had been handed the frames of one moment. In between, all stays as it is.</summary>
    public void Note(TimeSpan took)
    {
        if (took > FramePacer.BetweenFrames)
            Between = FramePacer.BetweenFrames * 2;
        else if (took < FramePacer.BetweenFrames * 0.75)
            Between = FramePacer.BetweenFrames;
    }
}
