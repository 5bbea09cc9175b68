// A course from a line of the plan to a certificate that anybody can check.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { closeBrowser, examine, listed, press, run, signIn, startCity, visitor } from './support.mjs';

// One green pixel: what was made, as a photo.
const photo = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M/wHwAEBgIApD5fRAAAAABJRU5ErkJggg==', 'base64');

let city;
before(async () => { city = await startCity(); });
after(async () => {
    await closeBrowser();
    await city.stop();
});

/// The example city's own day, so many days on: its calls end and its meetings come.
async function later(days) {
    await city.offline(data => {
        const moved = spawnSync('sqlite3', [join(data, 'rtkeren.sqlite'), `UPDATE territory_city SET example_today = date(example_today, '+${days} days')`], { encoding: 'utf8' });
        assert.equal(moved.status, 0, moved.stderr);
    });
}

async function today(page) {
    await page.goto('/pelatihan');
    const text = await page.locator('.contoh').innerText();
    const [, day, month, year] = text.match(/(\d+) (\p{L}+) (\d{4})/u);
    const months = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'];
    return new Date(Date.UTC(Number(year), months.indexOf(month), Number(day)));
}
const iso = (day, plus) => new Date(day.getTime() + plus * 86_400_000).toISOString().slice(0, 10);

async function asTreasurer(width) {
    const page = await visitor(city, width);
    await signIn(page, 'Bendahara pokmas');
    return page;
}

test('from a line of the plan to a certificate that anybody can check', async () => {
    let page = await asTreasurer('desk');
    const begin = await today(page);
    await page.goto('/pelatihan/baru');
    const purses = await page.locator('#f-kantong option').evaluateAll(options => options.map(option => option.value).filter(Boolean));
    // What a purse's free lines are for decides the topic; what is made of it is frozen meat.
    const categories = ['pelatihan_kue', 'pelatihan_frozen', 'pelatihan_minuman', 'pelatihan_jahit', 'pelatihan_kerajinan', 'pelatihan_batik', 'pelatihan_usaha'];
    await city.offline(data => {
        for (const category of categories)
            run(data, 'training.save_topic', 'dinas', { id: `01J9ZZZZZZZZZZZZZZZZZZZZ${String(categories.indexOf(category) + 10)}`, code: `beku_${category}`, version: 0, name: `Olahan beku (${category})`, category,
                product_kind: 'beku', curriculum: 'Daging dan kebersihan\nMembekukan\nIzin BPOM', hours: 8, seat_cost: 700000, cost_note: 'Contoh' });
    });
    page = await asTreasurer('desk');
    let planned, purse;
    for (const [each, category] of purses.flatMap(one => categories.map(other => [one, other]))) {
        await page.goto(`/pelatihan/baru?kantong=${each}&topik=beku_${category}`);
        if (await page.locator('input[name="lines"]').count() > 0) { planned = category; purse = each; break; }
    }
    assert.ok(planned, 'the purse has lines of some training');
    assert.match(await page.locator('main').innerText(), /P-IRT tidak dapat diberikan/);
    await examine(page, 'pelatihan-rencana');
    for (const box of await page.locator('input[name="lines"]').all()) await box.check();
    await page.fill('#f-title', 'Pelatihan nugget RT');
    await page.fill('#f-venue', 'Balai RW');
    await page.fill('#f-quota', '10');
    await page.fill('#f-call_from', iso(begin, 0));
    await page.fill('#f-call_until', iso(begin, 8));
    await page.fill('[name="sessions.0.on"]', iso(begin, 12));
    await page.fill('[name="sessions.0.begins"]', '8 pagi');
    await page.fill('[name="sessions.0.ends"]', '16.00');
    await page.getByRole('button', { name: 'Simpan rencana' }).click();
    assert.match(await page.locator('#galat').innerText(), /08\.00/);
    assert.equal(await page.inputValue('#f-title'), 'Pelatihan nugget RT');
    await page.fill('[name="sessions.0.begins"]', '08.00');
    await page.getByRole('button', { name: 'Simpan rencana' }).click();
    await page.waitForURL(/\/pelatihan\/[0-9A-Z]{26}$/);
    const course = new URL(page.url()).pathname;
    assert.match(await page.locator('main').innerText(), /BPOM/);
    await examine(page, 'pelatihan-satu');
    await page.goto(`${course}/buka`);
    await press(page, 'Buka pendaftaran');
    await page.waitForURL(url => url.pathname === course);
    await page.context().close();

    const resident = await visitor(city, 'phone');
    await resident.goto('/pelatihan');
    await examine(resident, 'pelatihan-warga');
    await resident.goto(course);
    await examine(resident, 'pelatihan-umum');
    await resident.getByRole('link', { name: 'Mendaftar' }).click();
    await resident.fill('#f-name', 'Wiji Astuti');
    await resident.fill('#f-phone', '0812 0000 1234');
    await resident.locator('#f-place').selectOption({ index: 0 });
    await resident.fill('#f-idea', 'Nugget ayam');
    await resident.getByRole('button', { name: 'Kirim pendaftaran' }).click();
    assert.match(await resident.locator('#galat').innerText(), /Setuju datanya dicatat/);
    assert.equal(await resident.inputValue('#f-idea'), 'Nugget ayam');
    await examine(resident, 'pelatihan-daftar');
    await resident.check('#f-consent');
    await resident.getByRole('button', { name: 'Kirim pendaftaran' }).click();
    assert.match(await resident.locator('.note[role="status"]').innerText(), /tercatat/);
    assert.doesNotMatch(await resident.locator('main').innerText(), /Wiji/);
    await resident.context().close();

    await later(9);
    page = await asTreasurer('phone');
    await page.goto(`${course}/seleksi`);
    assert.match(await page.locator('main').innerText(), /Wiji Astuti/);
    await examine(page, 'seleksi');
    await press(page, 'Tetapkan peserta');
    await page.waitForURL(/\/peserta$/);
    await examine(page, 'peserta');
    await page.context().close();

    await later(3);
    page = await asTreasurer('phone');
    await page.goto(`${course}/mulai`);
    await press(page, 'Mulai');
    await page.goto(`${course}/selesai`);
    await press(page, 'Semua pertemuan selesai');
    await page.waitForURL(url => url.pathname === course);
    const [seat] = await listed(page, `${course}/peserta?format=json`);
    const seatPath = seat.href ?? await (async () => {
        await page.goto(`${course}/peserta`);
        return page.locator('tbody a').first().getAttribute('href');
    })();
    await page.goto(`${seatPath}/hasil`);
    await page.fill('#f-product', 'Nugget 500 g');
    await page.fill('#f-pieces', '10');
    await page.fill('#f-price', '30.000');
    await page.fill('[name="materials.0.name"]', 'Daging ayam');
    await page.fill('[name="materials.0.quantity"]', '2,5');
    await page.fill('[name="materials.0.unit"]', 'kg');
    await page.fill('[name="materials.0.price"]', '40.000');
    await page.setInputFiles('#f-photo', { name: 'nugget.png', mimeType: 'image/png', buffer: photo });
    await examine(page, 'hasil');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.waitForURL(url => url.pathname === seatPath);
    assert.match(await page.locator('main').innerText(), /Rp10\.000/);
    await page.goto(`${seatPath}/kelanjutan`);
    await page.getByLabel('Bergabung dalam kelompok').check();
    await page.fill('#f-reason', 'Kelompok Nugget Rejo');
    await examine(page, 'kelanjutan');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.waitForURL(url => url.pathname === seatPath);
    await page.goto(`${course}/sertifikat`);
    await press(page, 'Terbitkan');
    await page.goto(seatPath);
    await examine(page, 'peserta-satu');
    const pdf = await page.request.get(`${seatPath}/sertifikat.pdf`);
    assert.equal(pdf.status(), 200);
    const file = join(city.data, 'sertifikat.pdf');
    writeFileSync(file, await pdf.body());
    const text = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).stdout;
    assert.match(text, /Wiji Astuti/);
    assert.match(text, /\d{3}\/SERT\/2024/);
    const [, code] = text.replace(/\s+/g, '').match(/\/sertifikat\/([0-9a-f]{20})/);
    await page.goto(`${course}/tutup`);
    await press(page, 'Tutup pelatihan');
    await page.waitForURL(url => url.pathname === course);
    await page.context().close();

    const anybody = await visitor(city, 'phone');
    await anybody.goto(`/sertifikat/${code}`);
    assert.match(await anybody.locator('main').innerText(), /Sertifikat ini berlaku/);
    assert.match(await anybody.locator('main').innerText(), /W\. A\./);
    assert.doesNotMatch(await anybody.locator('main').innerText(), /Wiji/);
    await examine(anybody, 'sertifikat');
    await anybody.context().close();
});
