// Offline reading is switched off: this takes the place of the worker that was here, removes what it kept, and itself.

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  for (const name of await caches.keys()) if (name.startsWith("hc-")) await caches.delete(name);
  await self.registration.unregister();
}
