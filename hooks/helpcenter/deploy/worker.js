// What was opened is kept on the device for when there is no network. Where one answers, its answer is shown: nothing here
// waits for the device's storage, and no error of it reaches a reader.

const KEPT = `hc-${registration.scope}`;
const MOST_KEPT = 200;
const SLOW = 3000; // milliseconds after which the device answers for a network that does not
const LONGEST = 30 * 24 * 60 * 60 * 1000; // a rule that is older is no longer shown
const WHEN = "hc-kept"; // the header that says since when an answer is kept

addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  event.respondWith(isImmutable(request) ? keptFirst(event) : networkFirst(event));
});

// The page that installed this worker was fetched without it: it asks that it be kept too.
addEventListener("message", (event) => event.waitUntil(keepPage(event.source.url).catch(() => {})));

async function keepPage(url) {
  const answer = await fetch(url, { cache: "no-cache" });
  await keep(new Request(url), answer.clone());
  const page = await answer.text();
  for (const [, asset] of page.matchAll(/(?:href|src|data-[a-z]+)="([^"]*assets\/[^"]+)"/g)) {
    const request = new Request(new URL(asset, url));
    if (request.url.startsWith(registration.scope) && !await kept(request)) await keep(request, await fetch(request));
  }
}

// Names that change with their content.
function isImmutable({ url }) {
  return /\/assets\/|\.pf_[a-z]+$/.test(address(url));
}

// A plan in the address is the reader's own business, and the same page.
function address(url) {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

async function keptFirst(event) {
  return await kept(event.request) ?? fetchAndKeep(event);
}

async function networkFirst(event) {
  const network = fetchAndKeep(event, { cache: "no-cache" });
  const slow = new Promise((resolve) => setTimeout(resolve, SLOW));
  const answer = await Promise.race([network.catch(() => null), slow]);
  if (answer && answer.status < 500) return answer;
  const old = await kept(event.request, LONGEST);
  return old ? told(event, old) : network;
}

function fetchAndKeep(event, options) {
  const answer = fetch(event.request, options);
  const copy = answer.then((one) => one.clone());
  event.waitUntil(copy.then((one) => keep(event.request, one)).catch(() => {}));
  return answer;
}

async function keep({ url }, answer) {
  if (!answer.ok || answer.type !== "basic") return;
  const headers = new Headers(answer.headers);
  headers.set(WHEN, new Date().toISOString());
  const all = await caches.open(KEPT);
  await all.put(address(url), new Response(await answer.blob(), { headers }));
  const keys = await all.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - MOST_KEPT))) await all.delete(old);
}

async function kept({ url }, longest = Infinity) {
  try {
    const all = await caches.open(KEPT);
    const answer = await all.match(address(url));
    if (!answer || Date.now() - Date.parse(answer.headers.get(WHEN)) <= longest) return answer;
    await all.delete(address(url));
  } catch { /* nothing can be kept on this device */ }
}

// The page says that it, or something that it shows, is from the device, and since when.
async function told({ request, clientId }, answer) {
  const { headers } = answer;
  const when = headers.get(WHEN);
  if (request.mode === "navigate") {
    return new Response((await answer.text()).replace("<html ", `<html data-kept="${when}" `), { headers });
  }
  (await clients.get(clientId))?.postMessage(when);
  return answer;
}
