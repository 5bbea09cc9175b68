// People and offices: entered by the secretary, confirmed by the lurah in one press; forms that outlive their session keep what was typed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { closeBrowser, examine, press, signIn, startCity, visitor } from './support.mjs';

let city;
before(async () => { city = await startCity(); });
after(async () => {
    await closeBrowser();
    await city.stop();
});

const firstPlace = page => page.locator('select[name=place] option:not([value=""])').first().getAttribute('value');

/// A person with an account and an office that waits for the lurah.
async function enter(page, name, role) {
    await page.goto('/pengguna/baru');
    await page.fill('input[name=name]', name);
    const place = await firstPlace(page);
    await page.selectOption('select[name=place]', place);
    await press(page, 'Simpan');
    await page.waitForURL(/\/pengguna\/[0-9A-Z]{26}$/);
    const person = page.url();
    await page.goto(`${person}/jabatan`);
    await page.selectOption('select[name=role]', role);
    await page.selectOption('select[name=place]', place);
    await page.fill('input[name=decree]', 'SK 12/2024');
    await press(page, 'Simpan');
    await page.waitForURL(person);
}

for (const width of ['phone', 'desk']) {
    test(`a lurah confirms those who are ticked in one press (${width})`, async () => {
        const secretary = await visitor(city, width);
        await signIn(secretary, 'Sekretaris kelurahan');
        const names = ['Satu', 'Dua', 'Tiga'].map(each => `Anggota ${each} ${width}`);
        for (const name of names) await enter(secretary, name, 'lpmk');
        const lurah = await visitor(city, width);
        await signIn(lurah, 'Lurah');
        await lurah.goto('/pengguna/konfirmasi');
        await examine(lurah, 'konfirmasi');
        for (const name of names.slice(0, 2)) await lurah.getByRole('checkbox', { name, exact: true }).check();
        await press(lurah, 'Konfirmasi yang dicentang');
        await lurah.getByText('2 jabatan dikonfirmasi.').waitFor();
        assert.equal(await lurah.locator('li.card', { hasText: names[2] }).count(), 1);
        assert.equal(await lurah.locator('li.card', { hasText: names[0] }).count(), 0);
        await secretary.context().close();
        await lurah.context().close();
    });

    test(`an office that one person holds is refused with the way to end the term (${width})`, async () => {
        const page = await visitor(city, width);
        await signIn(page, 'Bagian Pemerintahan');
        await page.goto('/pengguna/baru');
        await page.fill('input[name=name]', `Pengganti ${width}`);
        await page.fill('input[name=nip]', width === 'phone' ? '199001012015011001' : '199001012015011002');
        const place = await page.locator('select[name=place] option').evaluateAll(options => options.map(each => each.value).find(value => value.split('.').length === 4));
        await page.selectOption('select[name=place]', place);
        await press(page, 'Simpan');
        await page.waitForURL(/\/pengguna\/[0-9A-Z]{26}$/);
        await page.goto(`${page.url()}/jabatan`);
        await page.selectOption('select[name=role]', 'lurah');
        await page.selectOption('select[name=place]', place);
        await page.fill('input[name=decree]', 'SK 13/2024');
        await press(page, 'Simpan');
        await page.getByText(/dipegang .* sejak/).first().waitFor();
        await examine(page, 'jabatan-dipegang');
        await page.getByRole('link', { name: 'Akhiri masa jabatan yang sekarang' }).click();
        await page.waitForURL(/\/jabatan\/[0-9A-Z]{26}$/);
        await page.context().close();
    });

    test(`a form that outlives its session keeps what was typed (${width})`, async () => {
        const page = await visitor(city, width);
        await signIn(page, 'Sekretaris kelurahan');
        await page.goto('/pengguna/baru');
        await page.fill('input[name=name]', 'Belum Tersimpan');
        await page.selectOption('select[name=place]', await firstPlace(page));
        const other = await page.context().newPage();
        await signIn(other, 'Sekretaris kelurahan');
        await press(page, 'Simpan');
        assert.equal(await page.locator('h1').innerText(), 'Formulir ini sudah kedaluwarsa');
        await examine(page, 'formulir-kedaluwarsa');
        await page.getByRole('link', { name: 'Buka formulirnya lagi' }).click();
        assert.equal(await page.inputValue('input[name=name]'), 'Belum Tersimpan');

        await page.context().clearCookies();
        await press(page, 'Simpan');
        assert.equal(await page.locator('h1').innerText(), 'Sesi Anda berakhir');
        await page.getByRole('link', { name: 'Masuk lagi' }).click();
        await page.locator('.accounts button', { hasText: 'Sekretaris kelurahan' }).first().click();
        await page.waitForURL(/\/pengguna\/baru/);
        assert.equal(await page.inputValue('input[name=name]'), 'Belum Tersimpan');
        await page.context().close();
    });
}
