// A mentor asks ten people after their course, on a phone: one screen each, without leaving the list behind.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { closeBrowser, examine, listed, signIn, startCity, visitor } from './support.mjs';

let city;
before(async () => { city = await startCity(); });
after(async () => {
    await closeBrowser();
    await city.stop();
});

const asked = 10;

test('a mentor does ten follow-ups at phone width', async () => {
    const page = await visitor(city, 'phone');
    await signIn(page, 'Pendamping');
    await page.goto('/pendampingan');
    await examine(page, 'tindak-lanjut');
    const waiting = await listed(page, '/pendampingan?format=json&limit=200');
    assert.ok(waiting.length >= asked, `only ${waiting.length} follow-ups wait for the mentor of the example city`);
    for (let nth = 0; nth < asked; ++nth) {
        await page.goto('/pendampingan');
        await page.locator('main tbody a').first().click();
        await page.waitForURL(/\/pendampingan\/[0-9A-Z]{26}$/);
        if (nth === 0) await examine(page, 'kunjungan');
        // The first one cannot be reached, another would not answer; the rest are asked the five questions.
        if (nth === 1) {
            await page.getByRole('link', { name: 'Tidak bisa dihubungi' }).click();
            await page.getByText('Tidak ada di rumah').click();
            await examine(page, 'tidak-bertemu');
            await page.getByRole('button', { name: 'Simpan', exact: true }).click();
        } else {
            await page.locator('.choice', { hasText: nth % 3 === 0 ? 'Berhenti dulu' : 'Masih produksi' }).first().click();
            await page.locator('.choice', { hasText: 'Di rumah' }).first().click();
            await page.locator('.choice', { hasText: 'Kemasan' }).click();
            await page.locator('[name=workers]').fill('2');
            await page.getByRole('button', { name: 'Simpan jawaban' }).click();
        }
        await page.waitForURL(/\/pendampingan$/);
        assert.match(await page.locator('[role=status]').first().innerText(), nth === 1 ? /belum ditemui/ : /tersimpan/);
    }
    const left = await listed(page, '/pendampingan?format=json&limit=200');
    assert.equal(left.length, waiting.length - asked + 1, 'who was not met stays on the list');
    await page.goto('/pendampingan/hasil');
    await examine(page, 'hasil-pelatihan');
    await page.context().close();
});

test('amounts are told in a few presses, read by who recorded them only, and corrected with a reason', async () => {
    const page = await visitor(city, 'phone');
    await signIn(page, 'Pendamping');
    // Whose business is recorded: only then turnover can be.
    const waiting = await listed(page, '/pendampingan?format=json&limit=200');
    let visit;
    for (const { id } of waiting) {
        await page.goto(`/pendampingan/${id}`);
        if (await page.locator('[data-money]').count() && await page.locator('select[name=business]').count() === 0) { visit = id; break; }
    }
    assert.ok(visit, 'nobody with one business waits for the mentor');
    let presses = 0;
    const press = async target => { ++presses; await target.click(); };
    await page.goto('/pendampingan');
    presses += 1; // the card in the list
    await page.goto(`/pendampingan/${visit}`);
    await press(page.locator('.choice', { hasText: 'Masih produksi' }).first());
    await press(page.locator('[data-money]').first());
    await page.keyboard.type('1250000');
    assert.equal(await page.locator('[data-money]').first().inputValue(), '1.250.000');
    await press(page.locator('[name=workers]'));
    await page.keyboard.type('2');
    await press(page.locator('.choice', { hasText: 'Kemasan' }));
    await examine(page, 'kunjungan-omzet');
    await press(page.getByRole('button', { name: 'Simpan jawaban' }));
    await page.waitForURL(/\/pendampingan$/);
    assert.ok(presses <= 6, `${presses} presses for one follow-up`);

    await page.goto(`/pendampingan/${visit}`);
    assert.match(await page.locator('main').innerText(), /Rp1\.250\.000/, 'who recorded it reads it');
    await examine(page, 'kunjungan-selesai');
    const others = await visitor(city, 'desk');
    await signIn(others, 'Lurah');
    await others.goto(`/pendampingan/${visit}`);
    const seen = await others.locator('main').innerText();
    assert.match(seen, /tercatat; hanya pemilik dan pencatat/);
    assert.doesNotMatch(seen, /1\.250\.000/);
    await others.context().close();

    await page.getByRole('link', { name: 'Betulkan jawaban' }).click();
    assert.equal(await page.locator('[data-money]').first().inputValue(), '1.250.000');
    await page.locator('[data-money]').first().fill('1350000');
    await page.getByLabel('Alasan').fill('Salah dengar');
    await examine(page, 'kunjungan-betulkan');
    await page.getByRole('button', { name: 'Simpan pembetulan' }).click();
    await page.waitForURL(new RegExp(`/pendampingan/${visit}$`));
    assert.match(await page.locator('main').innerText(), /Rp1\.350\.000[\s\S]*Salah dengar/);
    await page.context().close();
});

test('without script a refused answer keeps what was typed and says what is wrong', async () => {
    const page = await visitor(city, 'phone', { javaScriptEnabled: false });
    await signIn(page, 'Pendamping');
    await page.goto('/pendampingan');
    await page.locator('main tbody a').first().click();
    for (const [name, value] of [['producing', 'yes'], ['way', 'phone']]) // as a thumb does: on the words
        await page.locator('label', { has: page.locator(`[name=${name}][value=${value}]`) }).click();
    await page.locator('[name=workers]').fill('dua');
    await page.getByRole('button', { name: 'Simpan jawaban' }).click();
    assert.equal(await page.locator('[name=workers]').inputValue(), 'dua');
    assert.ok(await page.locator('[name=producing][value=yes]').isChecked());
    assert.match(await page.locator('#galat').innerText(), /Yang bekerja/);
    await page.context().close();
});
