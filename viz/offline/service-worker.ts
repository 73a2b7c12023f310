/**
 * Keeps the page for when there is no network. It hands out what it kept when it was installed, and asks for nothing else. The build
 * writes `version` and `files` before this text; a page that has changed has another version.
 */
/// <reference lib="webworker" />
declare const version: string;
declare const files: readonly string[];
const worker = globalThis as unknown as ServiceWorkerGlobalScope;

const prefix = "caregap ";
const here = `${prefix}${version}`;

worker.addEventListener("install", (event) => {
  event.waitUntil(caches.open(here).then((kept) => kept.addAll([...files])));
});

worker.addEventListener("activate", (event) => {
  const old = caches.keys().then((names) => names.filter((name) => name.startsWith(prefix) && name !== here));
  event.waitUntil(old.then((names) => Promise.all(names.map((name) => caches.delete(name)))));
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== worker.location.origin) return;
  // What was kept is the same for every asker, whatever a server says its answers vary by.
  const name = request.mode === "navigate" ? "./" : request;
  event.respondWith(
    caches
      .open(here)
      .then(async (kept) => (await kept.match(name, { ignoreSearch: true, ignoreVary: true })) ?? fetch(request)),
  );
});

export {};
