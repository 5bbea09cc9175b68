// What blocks most: an officer goes from the board to its rows, takes a paper in hand, and the days move to the desk; the owner's page says so.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { closeBrowser, examine, listed, run, signIn, startCity, visitor } from './support.mjs';

let city;
let business;
let product;
before(async () => {
    city = await startCity();
    await city.offline(data => {
        const id = () => Array.from({ length: 26 }, (_, i) => (i === 0 ? '0' : '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Math.floor(Math.random() * 32)])).join('');
        business = run(data, 'enterprise.register', 'sekkel', {
            id: id(), owner_name: 'Contoh Wulandari', owner_nik: null, no_nik: 'not_shown', owner_place: '35.72.03.1002.001.001', name: 'Keripik Contoh', activity: 'Keripik', kbli: '2025:10794',
            place_kind: 'rumah', place: '35.72.03.1002.001.001', legal_form: 'perorangan', channels: ['rumah', 'bazar'],
        }).id;
        product = run(data, 'enterprise.record_product', 'sekkel', { id: id(), business, name: 'Keripik tempe contoh', kind: 'camilan', shelf_days: 60 }).id;
    });
});
after(async () => {
    await closeBrowser();
    await city.stop();
});

/// Rows of the home kelurahan that wait for a NIB, by whose move it is.
async function waiting(page, whose) {
    return (await listed(page, `/penghalang/daftar?format=json&limit=200&langkah=nib&giliran=${whose}&q=keripik+tempe+contoh`)).map(row => row.id);
}

test('the desk takes a paper in hand and the age moves to it', async () => {
    const page = await visitor(city, 'desk');
    await signIn(page, 'Meja perizinan');
    await page.goto('/penghalang');
    await examine(page, 'penghalang');
    assert.deepEqual(await waiting(page, 'pemilik'), [product]);
    const number = page.locator('a[href^="/penghalang/daftar?langkah=nib"]').first();
    await number.click();
    await page.waitForURL(/\/penghalang\/daftar\?/);
    await examine(page, 'penghalang-daftar');
    await page.goto('/penghalang/daftar?langkah=nib&q=keripik+tempe+contoh');
    await page.locator(`a[href="/penghalang/proses/${product}/nib"]`).first().click();
    await examine(page, 'penghalang-proses');
    await page.getByLabel('Nomor berkas').fill('DPM-77');
    await page.getByLabel('Langkah berikutnya').fill('Menunggu unggah KTP');
    await page.getByRole('button', { name: 'Catat diproses' }).click();
    await page.waitForURL(/\/produk\//);
    assert.deepEqual(await waiting(page, 'pemilik'), []);
    assert.deepEqual(await waiting(page, 'dpmptsp'), [product]);
    await page.goto('/penghalang?giliran=dpmptsp');
    assert.match(await page.locator('main').innerText(), /DPMPTSP/);
});

test('the vector of the business on a phone names whose move it is, and no figure', async () => {
    const page = await visitor(city, 'phone');
    await signIn(page, 'Sekretaris kelurahan');
    await page.goto(`/umkm/${business}`);
    await page.getByRole('link', { name: 'Rinciannya' }).click();
    await page.waitForURL(new RegExp(`/naik-kelas/${business}`));
    const words = await page.locator('main').innerText();
    assert.match(words, /Menunggu unggah KTP/);
    assert.match(words, /DPMPTSP/);
    assert.doesNotMatch(words, /Omzet terhadap/);
    await examine(page, 'naik-kelas-satu');
    await page.getByRole('link', { name: 'Catat langkah' }).click();
    await page.getByLabel('Langkah', { exact: false }).first().selectOption('titip');
    await page.getByLabel('Keterangan').fill('Toko Barokah');
    await page.getByRole('button', { name: 'Catat langkah' }).click();
    await page.waitForURL(new RegExp(`/naik-kelas/${business}$`));
    assert.match(await page.locator('main').innerText(), /Toko Barokah/);
    await page.goto('/naik-kelas');
    await examine(page, 'naik-kelas');
});

test('the clinics show their arithmetic and what some money would unblock', async () => {
    const page = await visitor(city, 'phone');
    await signIn(page, 'Dinas');
    await page.goto('/penghalang/klinik');
    await examine(page, 'klinik');
    await page.getByLabel('Bila ada uang sebesar').fill('5.000.000');
    await page.getByRole('button', { name: 'Hitung' }).click();
    assert.match(await page.locator('[data-test=what-if]').innerText(), /Dengan Rp5\.000\.000: \d+/);
    await page.goto('/penghalang/klinik?uang=banyak');
    assert.match(await page.locator('main').innerText(), /Bila ada uang sebesar/);
});
