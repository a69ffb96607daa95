import assert from "node:assert/strict";
import { test } from "node:test";
import { eventsIn, type StreamEvent } from "../../ts/live/events";

async function read(...parts: string[]): Promise<StreamEvent[]> {
  const octets = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(stream) {
      for (const part of parts) stream.enqueue(octets.encode(part));
      stream.close();
    },
  });
  const events: StreamEvent[] = [];
  for await (const event of eventsIn(body)) events.push(event);
  return events;
}

test("an event has its name, its id and its text", async () => {
  assert.deepEqual(await read('event: Counts\nid: 7\ndata: {"a":": b"}\n\n'), [
    { name: "Counts", id: "7", data: '{"a":": b"}' },
  ]);
});

test("the network may cut it anywhere, within a letter too", async () => {
  const whole = new TextEncoder().encode("event: Announcement\ndata: Tŷ\n\n: ping\n\n");
  for (let cut = 0; cut <= whole.length; cut++) {
    const body = new ReadableStream<Uint8Array>({
      start(stream) {
        stream.enqueue(whole.slice(0, cut));
        stream.enqueue(whole.slice(cut));
        stream.close();
      },
    });
    const events: StreamEvent[] = [];
    for await (const event of eventsIn(body)) events.push(event);
    assert.deepEqual(events, [{ name: "Announcement", id: undefined, data: "Tŷ" }, "alive"]);
  }
});

test("what was not finished when the stream broke is no event", async () => {
  assert.deepEqual(await read(": ping\n\n", "event: Counts\ndata: {"), ["alive"]);
});
