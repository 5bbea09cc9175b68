// An owner keeps a cash book on a phone for three days and sees the curve; an officer is refused, looks with the owner's consent, and the owner sees who looked.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeBrowser, examine, listed, press, run, signIn, startCity, visitor } from './support.mjs';

after(closeBrowser);

async function as(city, width, office, work, options) {
    const page = await visitor(city, width, options);
    await signIn(page, office);
    const result = await work(page);
    await page.context().close();
    return result;
}

/// The person behind the example account, as the secretary finds it.
async function personOf(city, login) {
    return as(city, 'desk', 'Sekretaris kelurahan', async page => {
        return (await listed(page, `/pengguna?q=${login}&format=json`)).find(account => account.login === login).person;
    });
}

const dayBefore = (iso, days) => new Date(Date.parse(iso) - days * 86_400_000).toISOString().slice(0, 10);

for (const javaScriptEnabled of [true, false]) {
    test(`an owner's book, curve and consent (${javaScriptEnabled ? 'with' : 'without'} script)`, async t => {
        const city = await startCity();
        t.after(() => city.stop());
        const owner = await personOf(city, 'umkm');
        const business = await city.offline(data => run(data, 'enterprise.register_for', 'umkm', { owner, name: 'Dapur Contoh', activity: 'Kue kering', kbli: '2025:10710', place_kind: 'rumah',
            place: '35.72.03.1002.001.001', legal_form: 'perorangan', channels: ['rumah', 'daring'] }).id);
        const officer = 'Pendamping';
        let today;

        await t.test('three days on a phone: quick amounts, a cost, a day without sales', () => as(city, 'phone', 'Pemilik UMKM', async page => {
            await page.goto(`/omzet/saya?usaha=${business}`);
            if (javaScriptEnabled) await examine(page, 'omzet-saya-kosong');
            today = await page.locator('input[name=on]').first().getAttribute('value');
            const sell = async (day, amount) => {
                await page.goto(`/omzet/saya?usaha=${business}&hari=${day}`);
                await page.locator('#f-amount').fill(amount);
                await page.getByRole('button', { name: 'Catat penjualan', exact: true }).click();
                await page.getByText('masuk buku kas').first().waitFor();
            };
            await sell(dayBefore(today, 2), '45.000');
            await sell(dayBefore(today, 2), '30.000');
            await page.goto(`/omzet/saya?usaha=${business}&hari=${dayBefore(today, 1)}`);
            await page.getByRole('button', { name: 'Hari ini tidak jualan' }).click();
            await page.getByText('dicatat tidak jualan').first().waitFor();
            await page.goto(`/omzet/saya?usaha=${business}`);
            await page.getByRole('button', { name: 'Rp45.000', exact: true }).click(); // sold before, so it is at hand
            await page.getByText('masuk buku kas').first().waitFor();
            await page.getByRole('link', { name: 'Catat biaya' }).click();
            await page.getByText('Kemasan').click();
            await page.locator('#f-amount').fill('7.500');
            if (javaScriptEnabled) await examine(page, 'omzet-biaya');
            await page.getByRole('button', { name: 'Simpan' }).click();
            await page.waitForURL(/\/omzet\/saya\?/);
            assert.equal((await page.locator('[data-test=left]').innerText()).trim(), 'Rp37.500');
            await page.locator('#f-amount').fill('dua ribu');
            await page.getByRole('button', { name: 'Catat penjualan', exact: true }).click();
            await page.locator('.errors').waitFor();
            assert.equal(await page.locator('#f-amount').inputValue(), 'dua ribu');
            await page.goto(`/omzet/saya?usaha=${business}`);
            await page.getByRole('button', { name: 'Tutup hari ini' }).click();
            await page.getByText('ditutup dengan penjualan').first().waitFor();
            if (javaScriptEnabled) await examine(page, 'omzet-saya');
        }));

        await t.test('the curve and the records, once each', () => as(city, 'phone', 'Pemilik UMKM', async page => {
            await page.goto(`/omzet/usaha/${business}`);
            await page.locator('figure.chart svg').waitFor();
            if (javaScriptEnabled) await examine(page, 'omzet-usaha');
            const records = await listed(page, `/omzet/usaha/${business}/catatan?format=json`);
            assert.deepEqual(records.map(each => each.amount).sort((a, b) => a - b), [0, 45_000, 75_000]);
            await page.goto(`/omzet/usaha/${business}/catatan`);
            if (javaScriptEnabled) await examine(page, 'omzet-catatan');
            await page.goto(`/omzet/saya/buku?usaha=${business}`);
            if (javaScriptEnabled) await examine(page, 'omzet-buku');
        }));

        await t.test('an officer is refused', () => as(city, 'desk', officer, async page => {
            const answer = await page.goto(`/omzet/usaha/${business}`);
            assert.equal(answer.status(), 404);
            await page.goto(`/umkm/${business}`);
            await page.getByText('hanya terlihat pemiliknya').waitFor();
            if (javaScriptEnabled) await examine(page, 'umkm-omzet');
        }));

        await t.test('the owner allows one', () => as(city, 'phone', 'Pemilik UMKM', async page => {
            await page.goto(`/omzet/usaha/${business}/izin`);
            const choice = page.locator('#f-officer option', { hasText: officer }).first();
            await page.locator('#f-officer').selectOption(await choice.getAttribute('value'));
            await page.getByRole('button', { name: 'Izinkan' }).click();
            await page.getByText('boleh melihat omzet usaha ini').first().waitFor();
        }));

        await t.test('who may look, looks and records for the owner', () => as(city, 'desk', officer, async page => {
            await page.goto(`/umkm/${business}`);
            await page.getByRole('link', { name: 'Lihat omzet' }).click();
            await page.getByText('Pemilik tahu kapan').waitFor();
            if (javaScriptEnabled) await examine(page, 'omzet-petugas');
            await page.goto(`/omzet/usaha/${business}/catat`);
            await page.locator('#f-method').selectOption('cash_book');
            await page.locator('#f-amount').fill('1.250.000');
            await page.getByRole('button', { name: 'Simpan' }).click();
            await page.locator('.errors').waitFor();
            if (javaScriptEnabled) await examine(page, 'omzet-catat');
            await page.locator('#f-method').selectOption('recall_month');
            await page.getByRole('button', { name: 'Simpan' }).click();
            await page.waitForURL(/\/omzet\/catatan\/[0-9A-Z]{26}$/);
            if (javaScriptEnabled) await examine(page, 'omzet-satu');
            await page.goto('/omzet');
            if (javaScriptEnabled) await examine(page, 'omzet-kelompok');
        }));

        await t.test('the owner sees who looked, and ends it', () => as(city, 'phone', 'Pemilik UMKM', async page => {
            await page.goto(`/omzet/usaha/${business}/izin`);
            assert.ok(await page.locator('.history time').count() >= 1);
            if (javaScriptEnabled) await examine(page, 'omzet-izin');
            await press(page, /^Cabut/);
            await page.getByText('tidak bisa melihat omzet usaha ini lagi').first().waitFor();
        }));

        await t.test('and it ended', () => as(city, 'desk', officer, async page => {
            assert.equal((await page.goto(`/omzet/usaha/${business}`)).status(), 404);
        }));
    });
}
