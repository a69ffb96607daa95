using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Rallies.Tests.Streams;

/// <summary>The body of an answer that goes to a pipe of the test.</summary>
internal sealed class PipeBody(PipeWriter writer) : IHttpResponseBodyFeature
{
    public Stream Stream => writer.AsStream();
    public PipeWriter Writer => writer;

    public Task CompleteAsync() => Task.CompletedTask;

    public void DisableBuffering() { }

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
}
