// Offline reading is switched off: this takes the place of the worker that was here, removes what it kept, and itself.

addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => event.waitUntil(leave().finally(() => registration.unregister())));

async function leave() {
  for (const name of await caches.keys()) if (name.startsWith("hc-")) await caches.delete(name);
}
