// Bundles web/ into one folder of files that the server embeds: node web/build.mjs OUTPUT
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const web = dirname(fileURLToPath(import.meta.url));
const packages = join(web, "../node_modules");
const output = resolve(process.argv[2] ?? join(web, "../build/web"));
// Phones of the last four years; the oldest of them know :has() and <dialog>.
const target = ["chrome105", "safari16", "firefox121"];
const font = "plus-jakarta-sans.woff2";

/// The dark tokens stand once in the source and twice in the result: chosen, and asked for by the system.
const darkTwice = {
    name: "dark-twice",
    setup(bundler) {
        bundler.onLoad({ filter: /tokens\.css$/ }, async ({ path }) => {
            const source = await readFile(path, "utf8");
            const dark = source.match(/\[data-mode="dark"\] (\{[^}]*\})/);
            if (!dark)
                throw new Error("tokens.css: no block [data-mode=\"dark\"]");
            return { contents: `${source}\n@media screen and (prefers-color-scheme: dark) { :root:not([data-mode]) ${dark[1]} }\n`, loader: "css" };
        });
    },
};

async function sprite() {
    const names = (await readFile(join(web, "icons.txt"), "utf8")).split("\n").filter(line => line && !line.startsWith("#"));
    const folder = join(packages, "@tabler/icons/icons/outline");
    const symbols = await Promise.all(names.map(async name => {
        const svg = await readFile(join(folder, `${name}.svg`), "utf8").catch(() => { throw new Error(`icons.txt: Tabler has no icon "${name}"`); });
        const drawing = svg.slice(svg.indexOf(">") + 1, svg.lastIndexOf("</svg>"))
            .replace(/<path stroke="none"[^>]*\/>/, "").replace(/\s+/g, " ").replace(/> </g, "><").replace(/ \/>/g, "/>").trim();
        return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${drawing}</symbol>`;
    }));
    const sign = `<symbol id="rtkeren" viewBox="0 0 24 24"><g fill="currentColor"><rect x="2" y="2" width="9" height="9" rx="2.5" opacity=".3"/><rect x="13" y="2" width="9" height="9" rx="2.5" opacity=".6"/><rect x="2" y="13" width="9" height="9" rx="2.5" opacity=".6"/><rect x="13" y="13" width="9" height="9" rx="2.5"/></g></symbol>`;
    return `<svg xmlns="http://www.w3.org/2000/svg">${sign}${symbols.join("")}</svg>\n`;
}

const favicon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="5" fill="#fbfaf7"/><g fill="#0b6e4f"><rect x="3" y="3" width="8" height="8" rx="2" opacity=".3"/><rect x="13" y="3" width="8" height="8" rx="2" opacity=".6"/><rect x="3" y="13" width="8" height="8" rx="2" opacity=".6"/><rect x="13" y="13" width="8" height="8" rx="2"/></g></svg>\n`;

await mkdir(output, { recursive: true });
const shared = { outdir: output, bundle: true, minify: true, target, logLevel: "warning", legalComments: "none" };
const [, , , icons] = await Promise.all([
    build({ ...shared, entryPoints: [join(web, "rtkeren.css")], external: ["*.woff2"], plugins: [darkTwice] }),
    build({ ...shared, entryPoints: ["app", "belanja", "rab", "kota", "presensi"].map(name => join(web, `${name}.js`)), format: "esm", external: ["/-/aset/*"] }),
    build({ ...shared, entryPoints: [join(web, "mode.js")], format: "iife" }),
    sprite(),
]);
await writeFile(join(output, "ikon.svg"), icons);
await writeFile(join(output, "favicon.svg"), favicon);
await copyFile(join(packages, "@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2"), join(output, font));

// The worker of the offline screens keeps these; their hash is its version, so that a new program brings a new worker.
const offline = ["rtkeren.css", "app.js", "mode.js", "presensi.js", "ikon.svg", "favicon.svg", font];
const hash = createHash("sha256");
for (const name of offline)
    hash.update(await readFile(join(output, name)));
await build({ ...shared, entryPoints: [join(web, "offline/sw.js")], format: "iife",
    define: { RTK_VERSION: JSON.stringify(hash.digest("hex").slice(0, 16)), RTK_FILES: JSON.stringify(offline) } });

// What an earlier version left behind would be embedded too.
const made = new Set(["rtkeren.css", "app.js", "belanja.js", "rab.js", "kota.js", "presensi.js", "sw.js", "mode.js", "ikon.svg", "favicon.svg", font]);
for (const name of await readdir(output)) {
    if (!made.has(name))
        await rm(join(output, name), { recursive: true });
}

// Compressed once here instead of at every request.
for (const name of made) {
    const bytes = await readFile(join(output, name));
    const small = gzipSync(bytes, { level: 9 });
    if (small.length < bytes.length * 0.9)
        await writeFile(join(output, `${name}.gz`), small);
}
