// Kept per version of the site: what was opened. Written by `helpcenter build` from hooks/helpcenter/deploy/worker.js.

const KEPT = "hc-{version}";
const MOST_KEPT = 200;

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  const isAsset = /\/(?:assets|pagefind)\//.test(new URL(request.url).pathname);
  event.respondWith(isAsset ? keptFirst(request) : networkFirst(request));
});

// Pages of an older version stay readable without a network; its assets go with them only once they are replaced.
async function takeOver() {
  const names = (await caches.keys()).filter((name) => name.startsWith("hc-") && name !== KEPT);
  const kept = await caches.open(KEPT);
  for (const name of names) {
    const old = await caches.open(name);
    for (const request of await old.keys()) {
      const answer = await old.match(request);
      if (answer && !(await kept.match(request))) await kept.put(request, answer);
    }
    await caches.delete(name);
  }
  await self.clients.claim();
  await keepOpenPages();
}

// The page that installed this worker was fetched without it.
async function keepOpenPages() {
  for (const { url } of await self.clients.matchAll({ type: "window" })) {
    const answer = await fetch(url).catch(() => null);
    if (!answer?.ok) continue;
    await keep(new Request(url), answer.clone());
    const page = await answer.text();
    const assets = Array.from(page.matchAll(/(?:href|src|data-[a-z]+)="([^"]*assets\/[^"]+)"/g), (found) => new URL(found[1], url));
    for (const asset of assets) if (asset.origin === location.origin) await keptFirst(new Request(asset)).catch(() => null);
  }
}

async function keep(request, answer) {
  const kept = await caches.open(KEPT);
  await kept.put(address(request), answer);
  const keys = await kept.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - MOST_KEPT))) await kept.delete(old);
}

// A plan in the address is the reader's own business, and the same page.
function address(request) {
  const url = new URL(request.url);
  return request.destination === "document" || request.mode === "navigate" || url.pathname.endsWith("/")
    ? `${url.origin}${url.pathname}`
    : request.url;
}

async function keptFirst(request) {
  const answer = await caches.match(address(request));
  return answer ?? fetchAndKeep(request);
}

async function networkFirst(request) {
  try {
    return await fetchAndKeep(request);
  } catch (error) {
    const answer = await caches.match(address(request));
    if (answer) return answer;
    throw error;
  }
}

async function fetchAndKeep(request) {
  const answer = await fetch(request);
  if (answer.ok && answer.type === "basic") await keep(request, answer.clone());
  return answer;
}
