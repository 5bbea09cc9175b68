// The journeys that people would notice, at phone and desktop width.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { closeBrowser, examine, signIn, startCity, visitor } from './support.mjs';

let city;
before(async () => { city = await startCity(); });
after(async () => {
    await closeBrowser();
    await city.stop();
});

for (const width of ['phone', 'desk']) {
    test(`a visitor sees the public figures and is refused the inside (${width})`, async () => {
        const page = await visitor(city, width);
        await page.goto('/');
        await examine(page, 'publik');
        assert.match(await page.locator('h1').innerText(), /Uang lingkungan Kota Blitar/);
        for (const inside of ['/menunggu', '/kota', '/belanja', '/kas', '/pengguna']) {
            await page.goto(inside);
            assert.match(page.url(), /\/masuk\?lanjut=/, inside);
        }
        await examine(page, 'masuk');
        await page.context().close();
    });

    test(`the lurah finds what waits and goes from the city to one purse (${width})`, async () => {
        const page = await visitor(city, width);
        await signIn(page, 'Lurah');
        await examine(page, 'menunggu');
        for (const path of ['/rab', '/pencairan', '/pokmas', '/lpj', '/kalender']) {
            const answer = await page.goto(path);
            assert.equal(answer.status(), 200, path);
            await examine(page, path.slice(1));
        }
        await page.goto('/kota');
        await page.locator('.kel .tiles a').first().click();
        await page.waitForURL(/\/rt\//);
        assert.match(await page.locator('h1').innerText(), /RT 0?1/);
        await page.context().close();
    });

    test(`the report of a closed year downloads and names its totals (${width})`, async () => {
        const page = await visitor(city, width);
        await signIn(page, 'Lurah');
        await page.goto('/lpj?tahun=2023');
        await page.locator('main a[href^="/lpj/0"]').first().click();
        await page.waitForURL(/\/lpj\/[0-9A-Z]{26}/);
        const pdf = await page.request.get(`${new URL(page.url()).pathname}/pdf`);
        assert.equal(pdf.status(), 200);
        const file = join(city.data, `lpj-${width}.pdf`);
        writeFileSync(file, await pdf.body());
        const text = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).stdout;
        assert.match(text, /35\.000\.000/);
        assert.match(text, /15\.000\.000/);
        await page.context().close();
    });
}
