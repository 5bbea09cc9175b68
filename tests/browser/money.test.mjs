// The chain of one pokmas in the browser: late expenses are cleared, taxes paid, the second tranche asked for and approved, and money spent with its receipt.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeBrowser, examine, listed, press, run, signIn, startCity, visitor } from './support.mjs';

const year = 2024;
// A receipt as a phone would send it: one pixel is a photo, too.
const photo = { name: 'nota.png', mimeType: 'image/png',
    buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') };

async function as(city, width, office, work, options) {
    const page = await visitor(city, width, options);
    await signIn(page, office);
    const result = await work(page);
    await page.context().close();
    return result;
}

async function payTax(page, pokmas, isCity) {
    await page.goto(`/kas/${pokmas}/pajak`);
    let owed = 0;
    for (const field of await page.locator('input[name^="taxes."][name$=".amount"]').all()) {
        const words = await field.evaluate(input => input.closest('.field').innerText);
        if (words.startsWith('PBJT') !== isCity) continue;
        await field.fill(words.match(/Rp([\d.]+\d)/)[1]);
        ++owed;
    }
    if (owed === 0) return;
    await page.locator(isCity ? '#f-ntpd' : '#f-ntpn').fill(isCity ? 'NTPD-2024-000017' : '0123456789ABCDEF');
    await page.locator('[name=from]').selectOption('bank');
    await press(page, 'Catat setoran pajak');
    await page.waitForURL(/\/kas\/[^/]+$/);
}

for (const width of ['phone', 'desk']) {
    test(`from what is late to the next expense (${width})`, async t => {
        const city = await startCity();
        t.after(() => city.stop());
        let pokmas, tranche, purse;

        await t.test('sekkel checks and PPTK accepts what is late', async () => {
            const late = await as(city, width, 'Sekretaris kelurahan', async page => {
                pokmas = (await listed(page, '/pokmas?format=json'))[0].id;
                await page.goto('/belanja/periksa');
                await examine(page, 'belanja-periksa');
                return listed(page, `/belanja?tahun=${year}&format=json&keadaan=goods_ok`);
            });
            assert.ok(late.length > 0);
            await city.offline(data => {
                for (const one of late) {
                    run(data, 'spending.check', 'sekkel', { expense: one.id });
                    run(data, 'spending.accept', 'pptk', { expense: one.id });
                }
            });
        });

        await t.test('the treasurer pays the taxes and asks for the second tranche', () => as(city, width, 'Bendahara pokmas', async page => {
            await payTax(page, pokmas, false);
            await payTax(page, pokmas, true);
            await page.goto(`/pencairan/baru?pokmas=${pokmas}&tahun=${year}`);
            await examine(page, 'pencairan-baru');
            await press(page, 'Minta pencairan');
            await page.waitForURL(/\/pencairan\/[0-9A-Z]{26}$/);
            tranche = new URL(page.url()).pathname;
        }));

        await t.test('sekkel finds it in the inbox and declares it complete', () => as(city, width, 'Sekretaris kelurahan', async page => {
            await page.goto('/menunggu');
            await page.locator(`a[href="${tranche}"]`).first().click();
            await press(page, 'Nyatakan lengkap');
            await page.waitForLoadState();
            await page.getByText('Menunggu persetujuan lurah').first().waitFor();
        }));

        await t.test('the lurah approves what waits', () => as(city, width, 'Lurah', async page => {
            await examine(page, 'menunggu-lurah');
            await page.locator(`a[href="${tranche}"]`).first().click();
            await examine(page, 'pencairan-lurah');
            await press(page, 'Setujui');
            await page.getByText('disetujui. Berikutnya').first().waitFor();
            await page.goto('/menunggu');
            assert.equal(await page.locator(`main .card a[href="${tranche}"]`).count(), 0);
        }));

        await t.test('the treasury pays', async () => {
            const id = tranche.split('/').at(-1);
            await city.offline(data => {
                run(data, 'payout.issue_spp', 'bendahara_kelurahan', { tranche: id });
                run(data, 'payout.record_sp2d', 'bkd', { tranche: id, number: `SP2D/9/${year}`, date: '2024-10-15' });
                run(data, 'payout.confirm', 'pokmas_bendahara', { tranche: id, date: '2024-10-15', amount: 75_000_000 });
            });
        });

        for (const javaScriptEnabled of width === 'phone' ? [true, false] : [true]) {
            const mode = javaScriptEnabled ? 'with script' : 'without script';
            let expense;
            await t.test(`the treasurer records an expense (${mode})`, () => as(city, width, 'Bendahara pokmas', async page => {
                await page.goto('/belanja/baru');
                purse = await page.locator('main a.choice').first().getAttribute('href');
                await page.goto(purse);
                if (javaScriptEnabled) await examine(page, 'belanja-baru');
                await page.locator('#f-_paper_nota').setInputFiles(photo);
                for (const paper of ['kuitansi', 'foto_barang']) await page.locator(`#f-_paper_${paper}`).setInputFiles({ ...photo, name: `${paper}.png` });
                await page.locator('#f-supplier_name').fill('Toko Barokah');
                await page.locator('#f-receipt').fill(`0041${javaScriptEnabled ? 7 : 8}`);
                await page.locator('#f-description').fill('Semen 20 sak');
                await page.locator('#f-gross').fill('1,000,000');
                await page.locator('input[name=line]').nth(1).check();
                await page.getByRole('button', { name: 'Simpan' }).click();
                await page.locator('.errors').waitFor();

                // Refused: the field is named, its value and everything else typed is still there, the photos are kept.
                assert.match(await page.locator('.errors').innerText(), /Jumlah di nota: .*1,000,000.*bukan jumlah rupiah/s);
                assert.equal(await page.locator('#f-gross').inputValue(), '1,000,000');
                assert.equal(await page.locator('#f-gross').getAttribute('aria-invalid'), 'true');
                assert.equal(await page.locator('#f-description').inputValue(), 'Semen 20 sak');
                assert.equal(await page.locator('input[name=line]').nth(1).isChecked(), true);
                assert.equal(await page.locator('.camera .thumbs img').count(), 3);
                if (javaScriptEnabled) await examine(page, 'belanja-baru-ditolak');

                await page.locator('#f-gross').fill('1350000');
                if (javaScriptEnabled) {
                    assert.equal(await page.locator('#f-gross').inputValue(), '1.350.000');
                    assert.match(await page.locator('[data-bill-after]').innerText(), /Sesudah belanja ini\s*Rp[\d.]+/);
                }
                await page.locator('input[name=submit]').check();
                await page.getByRole('button', { name: 'Simpan' }).click();
                await page.waitForURL(/\/belanja\/[0-9A-Z]{26}$/);
                expense = new URL(page.url()).pathname;
                assert.match(await page.locator('main').innerText(), /1\.350\.000/);
                assert.ok(await page.locator('.thumbs img').count() >= 3);
                if (javaScriptEnabled) await examine(page, 'belanja-satu');
                await page.goto('/belanja');
                assert.ok(await page.locator(`main a[href="${expense}"]`).count() > 0);
            }, { javaScriptEnabled }));

            if (!javaScriptEnabled) continue;
            await t.test('the supervisor, sekkel and PPTK take their steps', async () => {
                for (const [office, button, next] of [['Pengawas pokmas', 'Barang sesuai', 'Menunggu pemeriksaan nota'], ['Sekretaris kelurahan', 'Nota sesuai', 'Menunggu pengesahan'],
                    ['PPTK', 'Sahkan', 'Sah']])
                    await as(city, width, office, async page => {
                        await page.goto('/menunggu');
                        await page.locator(`a[href="${expense}"]`).first().click();
                        await examine(page, `belanja-${button.split(' ')[0].toLowerCase()}`);
                        await press(page, button);
                        await page.locator('.head .badge', { hasText: next }).waitFor();
                    });
            });
        }
    });
}

after(closeBrowser);
