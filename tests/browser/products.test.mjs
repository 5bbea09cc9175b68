// Owners register at phone width and are confirmed; their product becomes public and goes again; an officer takes a list in, merges and undoes at a desk.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { closeBrowser, examine, press, signIn, startCity, visitor } from './support.mjs';

let city;
before(async () => { city = await startCity(); });
after(async () => {
    await closeBrowser();
    await city.stop();
});

const kelurahan = '35.72.03.1002';

/// A picture as a phone takes it, with the place written into it.
async function photo(page) {
    const drawn = await page.evaluate(() => {
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = 320;
        const pen = canvas.getContext('2d');
        pen.fillStyle = '#c8893f';
        pen.fillRect(40, 60, 240, 200);
        return canvas.toDataURL('image/jpeg').split(',')[1];
    });
    const bytes = Buffer.from(drawn, 'base64');
    const place = Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0 GPS -8.1149', 'latin1');
    const head = Buffer.from([0xff, 0xe1, 0, place.length + 2]);
    return { name: 'bakpia.jpg', mimeType: 'image/jpeg', buffer: Buffer.concat([bytes.subarray(0, 2), head, place, bytes.subarray(2)]) };
}

/// Who confirms in the home kelurahan.
async function office(width) {
    const page = await visitor(city, width);
    await signIn(page, 'Sekretaris kelurahan');
    return page;
}

test('an owner registers on a phone, is confirmed by who saw the KTP, and shows a product', async () => {
    const phone = await visitor(city, 'phone');
    await phone.goto('/umkm/daftar');
    await examine(phone, 'daftar');
    await phone.getByLabel('Nama Anda').fill('Wahyuni Lestari');
    await phone.getByLabel('Nomor telepon').fill('dua belas');
    await phone.getByLabel('Nama usaha').fill('Bakpia Mbak Yuni');
    await phone.getByLabel('Yang dibuat atau dijual').fill('bakpia kering');
    await phone.getByLabel('Kelurahan usaha').selectOption(kelurahan);
    await phone.getByLabel('Saya setuju usaha saya didata').check();
    await phone.getByRole('button', { name: 'Daftarkan' }).click();
    assert.equal(await phone.getByLabel('Nama usaha').inputValue(), 'Bakpia Mbak Yuni', 'what was typed is kept');
    await phone.getByLabel('Nomor telepon').fill('0813 2222 7777');
    await phone.getByLabel('Kelurahan usaha').selectOption(kelurahan);
    await phone.getByRole('button', { name: 'Daftarkan' }).click();
    await phone.waitForURL(/\/umkm\/daftar\/[0-9A-Z]{26}/);
    await examine(phone, 'daftar-diterima');
    assert.match(await phone.locator('main').innerText(), /KTP/);
    const id = phone.url().match(/[0-9A-Z]{26}/)[0];

    const desk = await office('desk');
    await desk.goto('/menunggu');
    assert.match(await desk.locator('main').innerText(), /Bakpia Mbak Yuni/);
    await desk.goto(`/umkm/klaim/${id}`);
    await examine(desk, 'klaim');
    await desk.getByLabel('RT usaha').selectOption({ index: 1 });
    await desk.getByLabel('NIK', { exact: false }).first().fill('3572035708900123');
    await desk.getByLabel('Saya sudah melihat KTP pemiliknya').check();
    await press(desk, 'Konfirmasi dan cetak slip');
    await desk.waitForSelector('.slip .code');
    const code = await desk.locator('.slip .code').innerText();

    await phone.goto(`/masuk/kode?kode=${encodeURIComponent(code)}`);
    for (const field of await phone.locator('input[type="password"]').all()) await field.fill('kue-kering-enak-2024');
    await phone.locator('main form button').first().click();
    await phone.waitForURL(url => !url.pathname.startsWith('/masuk'));
    await phone.goto('/umkm/saya');
    await examine(phone, 'usaha-saya');
    assert.match(await phone.locator('main').innerText(), /Bakpia Mbak Yuni/);

    await phone.getByRole('link', { name: /Catat produk/ }).first().click();
    await phone.getByLabel('Nama produk').fill('Bakpia kering keju');
    await phone.getByLabel('Jenis produk').selectOption('kering');
    await phone.getByLabel('Isi bersih').fill('250');
    await phone.getByLabel('Satuan').selectOption('g');
    await phone.getByLabel('Harga eceran').fill('15000');
    await phone.getByLabel('Biaya membuat satu').fill('9000');
    await phone.getByLabel('Bahan', { exact: false }).first().fill('Tepung terigu\nGula\nKeju');
    await phone.locator('#f-photos').setInputFiles(await photo(phone));
    await examine(phone, 'produk-baru');
    await phone.getByRole('button', { name: 'Simpan' }).click();
    await phone.waitForURL(/\/produk\/[0-9A-Z]{26}/);
    await examine(phone, 'produk-satu');
    const text = await phone.locator('main').innerText();
    assert.match(text, /NIB: Belum ada/);
    assert.match(text, /Rp6\.000/, 'what is left of the price');
    assert.equal(await phone.locator('.thumbs img').count(), 1);

    await phone.getByRole('link', { name: 'Catat persetujuan' }).click();
    await phone.getByLabel('Saya setuju produk ini dilihat umum').check();
    await phone.getByRole('button', { name: 'Catat persetujuan' }).click();
    const href = await phone.getByRole('link', { name: 'Halaman umumnya' }).getAttribute('href');
    const stranger = await visitor(city, 'phone');
    await stranger.goto(href);
    await examine(stranger, 'produk-umum');
    const shown = await stranger.content();
    assert.match(shown, /Rp15\.000/);
    assert.ok(shown.length < 100_000);
    for (const secret of ['Wahyuni', '2222', '9.000']) assert.doesNotMatch(shown, new RegExp(secret.replace('.', '\\.')), secret);
    const picture = await stranger.request.get(`${href}/foto/1`);
    assert.equal(picture.status(), 200);
    assert.doesNotMatch((await picture.body()).toString('latin1'), /Exif/);
    await stranger.goto('/produk-warga');
    await examine(stranger, 'produk-warga');
    assert.match(await stranger.locator('main').innerText(), /Bakpia kering keju/);

    await phone.getByRole('link', { name: 'Cabut persetujuan' }).click();
    await phone.getByLabel('Alasan').fill('Sedang libur membuat');
    await phone.getByRole('button', { name: 'Cabut persetujuan' }).click();
    assert.equal((await stranger.goto(href)).status(), 404);
    assert.equal((await stranger.request.get(`${href}/foto/1`)).status(), 404);
    for (const page of [phone, desk, stranger]) await page.context().close();
});

test('an officer takes a list in, merges two that are one, and takes them apart again', async () => {
    const page = await office('desk');
    const list = join(city.data, 'umkm.csv');
    writeFileSync(list, 'Nama Pemilik;No KTP;No HP;Nama Usaha;Jenis Usaha;Tempat Usaha;RT RW\n'
        + `Karti Wulandari;;0813-9191-4545;Jamu Bu Karti;Jamu gendong;toko;${kelurahan}\n`
        + `KARTI WOELANDARI;;+62 813 9191 4546;JAMU BU KARTI ;Jamu gendong;kios;${kelurahan}\n`
        + `Slamet Riyadi;3,57203E+15;;Keripik Slamet;Keripik;rumah;${kelurahan}\n`);
    await page.goto('/umkm/impor');
    await examine(page, 'umkm-impor');
    await page.getByLabel('Asal daftar').fill('Data kader 2024');
    await page.locator('#f-sheet').setInputFiles(list);
    await page.getByRole('button', { name: 'Periksa', exact: true }).click();
    await page.waitForSelector('main table');
    await examine(page, 'umkm-impor-periksa');
    assert.match(await page.locator('main').innerText(), /membuang sebagian angka/, 'digits of the third row are gone, and nobody guesses them');
    await page.getByLabel('atau tempel').fill(readFileSync(list, 'utf8').replace('3,57203E+15', ''));
    await page.getByRole('button', { name: 'Periksa', exact: true }).click();
    await page.getByRole('button', { name: 'Simpan semua' }).click();
    await page.waitForURL(/\/umkm(\/mirip)?(\?|$)/);
    await page.goto('/umkm/mirip?q=karti');
    await examine(page, 'umkm-mirip');
    await page.locator('main tr', { hasText: /karti/i }).locator('a[href^="/umkm/mirip/0"]').first().click();
    await page.waitForURL(/\/umkm\/mirip\/0/);
    await examine(page, 'umkm-banding');
    await page.locator('input[name="_stays"]').first().check();
    await page.getByLabel('Alasan').fill('Orang dan nomornya sama');
    await page.locator('main form button').first().click();
    await page.waitForURL(/\/umkm\/0[0-9A-Z]{25}/);
    assert.match(await page.locator('main').innerText(), /Digabung ke sini/);
    await page.getByRole('link', { name: /Pisahkan lagi/ }).click();
    await page.getByLabel('Alasan').fill('Ternyata kakak beradik');
    await page.locator('main form button').first().click();
    await page.waitForURL(/\/umkm\/0[0-9A-Z]{25}/);
    assert.match(await page.locator('main').innerText(), /berdiri sendiri lagi/);
    await page.context().close();
});
