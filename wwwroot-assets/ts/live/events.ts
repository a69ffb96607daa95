/** One server-sent event; or a comment, which says only that the other side is alive. */
export type StreamEvent = { name: string; id: string | undefined; data: string } | "alive";

/** Reads server-sent events as they come (https://html.spec.whatwg.org/#event-stream-interpretation). */
export async function* eventsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const blocks = (rest + value).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) yield eventIn(block);
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

function eventIn(block: string): StreamEvent {
  const fields = new Map(
    block.split("\n").map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, "")] as const;
    }),
  );
  const data = fields.get("data");
  return data === undefined ? "alive" : { name: fields.get("event") ?? "message", id: fields.get("id"), data };
}
