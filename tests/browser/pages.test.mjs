// Every kind of page that people are led to, at phone and desktop width: nothing for axe to find, nothing scrolls sideways, no link leads astray.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { closeBrowser, examine, startCity, visitor } from './support.mjs';

let city;
before(async () => { city = await startCity(); });
after(async () => {
    await closeBrowser();
    await city.stop();
});

/// "/rab/{id}?tahun" for a page: pages of one kind are alike.
function kindOf(href) {
    const url = new URL(href, 'http://city');
    return url.pathname.replace(/[0-9A-Z]{26}|\d\d\.\d\d(\.\d+)+/g, '{id}').replace(/\/\d{3}(?=\/|$)/g, '/{n}').replace(/\/\d{4}(?=\/|$)/g, '/{year}');
}
const isPage = href => href.startsWith('/') && !/^\/(bahasa|bukti|-\/)|format=|sort=|after=|\/foto\/|\/(contoh|pdf|berkas)$/.test(href);

/// Follows links from the first page of an account, one page of each kind that was not seen before.
async function walk(page, login, seen) {
    await page.request.post('/masuk', { form: { login, password: 'contoh' } });
    const wanted = ['/menunggu'];
    const own = new Set();
    let looked = 0;
    while (wanted.length > 0 && looked < 60) {
        const href = wanted.shift();
        const kind = kindOf(href);
        if (own.has(kind)) continue;
        own.add(kind);
        const isNew = !seen.has(kind);
        const answer = await page.request.get(href);
        assert.equal(answer.status(), 200, `${login} is led to ${href}`);
        const isFile = !answer.headers()['content-type'].startsWith('text/html'); // a picture, a paper
        if (isFile) continue;
        if (isNew) {
            await page.goto(href);
            seen.add(kind);
            ++looked;
            await examine(page, `kind${kind.replace(/\W+/g, '_')}`);
        }
        const text = await answer.text();
        for (const [, link] of text.matchAll(/href="(\/[^"#]*)/g))
            if (isPage(link)) wanted.push(link.replaceAll('&amp;', '&'));
    }
}

for (const width of ['phone', 'desk']) {
    test(`pages of every kind (${width})`, { timeout: 400_000 }, async () => {
        const seen = new Set();
        for (const login of ['pokmas_bendahara', 'sekkel', 'tapem', 'inspektorat', 'lurah', 'ketua_rt', 'dinas', 'pendamping', 'perizinan', 'pptk', 'umkm']) {
            const page = await visitor(city, width);
            await walk(page, login, seen);
            await page.context().close();
        }
        assert.ok(seen.size > 90, `${seen.size} kinds of page`);
    });
}
