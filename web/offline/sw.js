// Keeps the shells of the offline screens and what they are made of. No other page of a signed-in person is ever kept.
// The build puts in the version, a hash of everything that is kept: a new program brings a new worker, which fetches all of it anew.
const kept = "rtkeren-" + RTK_VERSION;
const shells = ["/offline/presensi", "/offline/presensi?bahasa=en"]; // one a language; the page goes to the other where it is wanted
const files = RTK_FILES.map(name => "/-/aset/" + name);
const patience = 3000;

self.addEventListener("install", event => {
    event.waitUntil((async () => {
        const cache = await caches.open(kept);
        await Promise.all([...shells, ...files].map(async address => {
            // Without cookies: what is kept must be the same for everybody.
            const response = await fetch(address, { cache: "reload", credentials: "omit" });
            if (!response.ok)
                throw new Error(address + " " + response.status);
            await cache.put(address, response);
        }));
        await self.skipWaiting();
    })());
});

self.addEventListener("activate", event => {
    event.waitUntil((async () => {
        for (const name of await caches.keys())
            if (name.startsWith("rtkeren-") && name !== kept)
                await caches.delete(name);
        await self.clients.claim();
    })());
});

/// The net first, but not for longer than one waits on a bad signal.
async function freshOrKept(request, address) {
    const cache = await caches.open(kept);
    const known = await cache.match(address);
    if (!known)
        return fetch(request);
    let timer;
    const late = new Promise(resolve => { timer = setTimeout(() => resolve(known), patience); });
    const fresh = fetch(request).then(response => response.ok || response.status === 304 ? response : known, () => known);
    return Promise.race([fresh, late]).finally(() => clearTimeout(timer));
}

/// At once from the drawer; what the net has meanwhile is there the next time.
async function shellOrNet(event, address) {
    const cache = await caches.open(kept);
    const known = await cache.match(address);
    if (!known)
        return fetch(event.request);
    event.waitUntil(fetch(address, { cache: "no-cache", credentials: "omit" }).then(response => response.ok ? cache.put(address, response) : undefined, () => undefined));
    return known;
}

/// Any other page without a signal: what can be done without one.
async function pageOrShell(request) {
    try {
        return await fetch(request);
    } catch (failure) {
        const shell = await (await caches.open(kept)).match(shells[0]);
        if (!shell)
            throw failure;
        return Response.redirect(shells[0], 302);
    }
}

self.addEventListener("fetch", event => {
    const { request } = event;
    const address = new URL(request.url);
    if (request.method !== "GET" || address.origin !== self.location.origin)
        return;
    if (address.pathname === shells[0])
        event.respondWith(shellOrNet(event, shells.includes(address.pathname + address.search) ? address.pathname + address.search : shells[0]));
    else if (files.includes(address.pathname))
        event.respondWith(freshOrKept(request, address.pathname));
    else if (request.mode === "navigate" && !address.pathname.startsWith("/api/"))
        event.respondWith(pageOrShell(request));
});
