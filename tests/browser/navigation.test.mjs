// Who has many pages finds them by group: on a desk in the column, on a phone above the bar; the current one is marked, keys are enough, and nothing needs script.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { closeBrowser, examine, signIn, startCity, visitor } from './support.mjs';

let city;
before(async () => { city = await startCity(); });
after(async () => {
    await closeBrowser();
    await city.stop();
});

test('the groups of the Dinas on a desk', async () => {
    const page = await visitor(city, 'desk');
    await signIn(page, 'Dinas');
    const nav = page.getByRole('navigation', { name: 'Utama' });
    await page.goto('/penghalang');
    assert.equal(await nav.locator('a[aria-current=page]:visible').innerText(), 'Penghalang');
    assert.equal(await nav.getByRole('link', { name: 'Daftar pelatihan' }).isVisible(), false, 'the others are one press away');
    const training = nav.locator('.desk summary', { hasText: 'Pelatihan' });
    await training.focus();
    await page.keyboard.press('Enter');
    await nav.getByRole('link', { name: 'Daftar pelatihan' }).waitFor();
    await examine(page, 'navigasi');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/pelatihan\/semua$/);
    assert.equal(await nav.locator('a[aria-current=page]:visible').innerText(), 'Daftar pelatihan');
    await page.locator('main tbody a').first().click();
    await page.waitForURL(/\/pelatihan\/[0-9A-Z]{26}/);
    assert.equal(await nav.locator('a[aria-current=page]:visible').innerText(), 'Daftar pelatihan', 'a course stands under the list that leads to it');
    await page.context().close();
});

test('the groups of the Dinas on a phone', async () => {
    const page = await visitor(city, 'phone');
    await signIn(page, 'Dinas');
    await page.goto('/penghalang');
    const nav = page.getByRole('navigation', { name: 'Utama' });
    assert.equal(await nav.locator('.phone > li').count() <= 6, true, 'the bar has room for all of them');
    assert.equal(await nav.locator('summary[aria-current]:visible').innerText(), 'UMKM');
    await nav.locator('summary:visible', { hasText: 'Pelatihan' }).click();
    await nav.getByRole('link', { name: 'Survei' }).waitFor();
    await examine(page, 'navigasi-terbuka');
    await page.keyboard.press('Escape');
    assert.equal(await nav.getByRole('link', { name: 'Survei' }).isVisible(), false);
    await nav.locator('summary:visible', { hasText: 'UMKM' }).click();
    await nav.locator('summary:visible', { hasText: 'Pelatihan' }).click();
    assert.equal(await nav.locator('.phone details[open]').count(), 1, 'one group at a time');
    await nav.getByRole('link', { name: 'Tindak lanjut' }).click();
    await page.waitForURL(/\/pendampingan$/);
    await page.context().close();
});

test('groups open without script', async () => {
    const page = await visitor(city, 'phone', { javaScriptEnabled: false });
    await signIn(page, 'Dinas');
    const nav = page.getByRole('navigation', { name: 'Utama' });
    await nav.locator('summary:visible', { hasText: 'UMKM' }).click();
    await nav.getByRole('link', { name: 'Naik kelas' }).click();
    await page.waitForURL(/\/naik-kelas$/);
    await page.context().close();
});
