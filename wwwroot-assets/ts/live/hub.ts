import { HubConnectionBuilder, HubConnectionState, LogLevel } from "@microsoft/signalr";
import { delayBefore, retryForEver } from "./backoff";

/** The little of a hub connection that watching needs. */
export interface Hub {
  start(): Promise<void>;
  stop(): Promise<void>;
  invoke<T>(method: string, ...parameters: unknown[]): Promise<T>;
  on(message: string, heard: (content: never) => void): void;
  onreconnecting(lost: () => void): void;
  onreconnected(back: () => void): void;
}

/** A connection that tries WebSockets first, then server-sent events, then long polling, and never gives up. */
export function liveHub(address = "/hubs/live"): Hub {
  const connection = new HubConnectionBuilder()
    .withUrl(address)
    .withAutomaticReconnect(retryForEver())
    .configureLogging(LogLevel.None)
    .build();
  let stopped = false;
  return {
    async start() {
      // SignalR reconnects by itself only once it has been connected.
      for (let attempt = 0; !stopped && connection.state === HubConnectionState.Disconnected; attempt++) {
        try {
          await connection.start();
        } catch {
          await new Promise((wake) => setTimeout(wake, delayBefore(attempt)));
        }
      }
    },
    async stop() {
      stopped = true;
      await connection.stop();
    },
    invoke: (method, ...parameters) => connection.invoke(method, ...parameters),
    on: (message, heard) => connection.on(message, heard as (content: unknown) => void),
    onreconnecting: (lost) => connection.onreconnecting(lost),
    onreconnected: (back) => connection.onreconnected(back),
  };
}
