// Pictures of a fixed list of pages of an example city into docs/shots: `node tests/browser/shots.mjs FOLDER`, as `./dev shots` does.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { closeBrowser, root, serve, signIn, visitor } from './support.mjs';

const heaviest = 150 * 1024;
const first = selector => page => page.locator(selector).first().getAttribute('href');

// name, width, who (null: a visitor), where to begin, and the link to follow from there
const list = [
    ['publik', 'phone', null, '/'],
    ['menunggu', 'phone', 'PPTK', '/menunggu'],
    ['kota', 'desk', 'Bagian Pemerintahan', '/kota'],
    ['rt', 'desk', 'Lurah', '/kelurahan/35.72.03.1002', first('.kel .tiles a')],
    ['belanja-baru', 'phone', 'Bendahara pokmas', '/belanja/baru', first('main a.choice')],
    ['belanja-periksa', 'desk', 'PPTK', '/belanja/periksa'],
    ['pencairan', 'phone', 'Lurah', '/pencairan?tahun=2023', first('main td a[href^="/pencairan/"], main th a[href^="/pencairan/"]')],
    ['lpj', 'desk', 'Lurah', '/lpj?tahun=2023', first('main a[href^="/lpj/0"]')],
];

const folder = process.argv[2];
const into = join(root, 'docs/shots');
mkdirSync(into, { recursive: true });
const city = await serve(folder);
try {
    for (const [name, width, office, path, follow] of list) {
        const page = await visitor(city, width);
        if (office) await signIn(page, office);
        await page.goto(path);
        if (follow) await page.goto(await follow(page));
        await page.waitForLoadState('networkidle');
        const file = join(into, `${name}-${page.viewportSize().width}.png`);
        const { width: wide, height } = page.viewportSize();
        const picture = await page.screenshot({ path: file, clip: { x: 0, y: 0, width: wide, height: Math.min(height, 760) } });
        assert.ok(picture.length < heaviest, `${file} has ${picture.length} bytes`);
        console.log(`${file} ${Math.round(picture.length / 1024)} kB`);
        await page.context().close();
    }
} finally {
    await closeBrowser();
    await city.close();
}
