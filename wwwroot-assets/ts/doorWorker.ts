/*
 * The door's service worker, loaded by /door/sw.js, which says what is to be kept. It answers a door's page with the shell at once,
 * network or not: in a full square a request may hang for minutes. Taps go past it; the page keeps those itself.
 */
interface Kept {
  version: string;
  files: string[];
  shells: string[];
}
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Event {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
const worker = self as unknown as {
  kept: Kept;
  location: Location;
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(name: "install" | "activate", does: (event: Lasting) => void): void;
  addEventListener(name: "fetch", does: (event: Asked) => void): void;
};
const prefix = "rallies-door-";
const { version, files, shells } = worker.kept;
const current = prefix + version;

worker.addEventListener("install", (event) => event.waitUntil(keep()));
worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== worker.location.origin) return;
  if (request.mode === "navigate") {
    if (/^\/door\/([a-z0-9-]+\/[a-z0-9-]+|shell)$/.test(address.pathname)) event.respondWith(shell(address, request));
  } else if (files.includes(address.pathname)) event.respondWith(file(request));
});

// All or nothing: a half-fetched version is thrown away, and the one before goes on.
async function keep(): Promise<void> {
  const cache = await caches.open(current);
  await cache.addAll([...files, ...shells].map((url) => new Request(url, { cache: "reload" })));
  // Safe at any moment: an open page has its script, and its taps are in the phone's own database.
  await worker.skipWaiting();
}

async function takeOver(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(prefix) && name !== current).map((name) => caches.delete(name)),
  );
  await worker.clients.claim();
}

async function shell(address: URL, request: Request): Promise<Response> {
  const cache = await caches.open(current);
  const language =
    address.searchParams.get("lang") ?? navigator.languages.find((tag) => /^(en|cy)\b/.test(tag)) ?? "en";
  const kept = await cache.match(shells.find((url) => url.endsWith(`lang=${language.slice(0, 2)}`)) ?? shells[0]!);
  return kept ?? fetch(request);
}

async function file(request: Request): Promise<Response> {
  const cache = await caches.open(current);
  return (await cache.match(request, { ignoreVary: true })) ?? fetch(request);
}
