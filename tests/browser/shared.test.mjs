// What several share: a bill for two RT, taxes that the kelurahan withholds, a plan that changes on the way, books that pass to another group.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { as, books, fill, paid, photo, ready, send, spend, today, year } from './money.mjs';
import { closeBrowser, examine, listed, press, root, run, startCity } from './support.mjs';

const home = '35.72.03.1002';
/// Envelope label to what the books say of a unit's purses.
const purses = async (page, unit) => Object.fromEntries((await listed(page, `/kantong?tahun=${year}&kelurahan=${home}&q=${encodeURIComponent(unit)}&format=json`))
    .filter(each => each.unit.endsWith(unit)).map(each => [each.envelope, each]));

test('one bill for two RT, and the books go to another group', async t => {
    const city = await startCity();
    t.after(() => city.stop());
    const pokmas = await paid(city);

    await t.test('a bill is shared by letter only', () => as(city, 'Bendahara pokmas', async page => {
        const before = [await purses(page, 'RT 01 RW 01'), await purses(page, 'RT 02 RW 01')];
        await page.goto('/belanja/baru');
        await page.goto(await page.locator('main a.choice').first().getAttribute('href'));
        for (const paper of ['nota', 'kuitansi', 'foto_barang']) await page.locator(`#f-_paper_${paper}`).setInputFiles({ ...photo, name: `${paper}.png` });
        await fill(page, { supplier_name: 'Toko Barokah', receipt: 'C-1', description: 'Pasir satu truk', on: today, gross: '900.000', 'pay.0.from': 'bank' });
        await page.locator('details', { has: page.locator('#f-shares') }).locator('summary').click();
        const options = await page.locator('[name="shares.0.line"] option').evaluateAll(all => all.map(each => ({ value: each.value, text: each.text })));
        const own = options.find(each => /^RT 01 RW 01 .*Pekerjaan fisik/.test(each.text));
        const item = own.text.split(' · ')[1];
        const other = options.find(each => each.text.startsWith(`RT 02 RW 01 · ${item} ·`) && /Pekerjaan fisik/.test(each.text));
        assert.ok(other, JSON.stringify(options));
        await fill(page, { 'shares.0.line': own.value, 'shares.0.amount': '500.000', 'shares.1.line': other.value, 'shares.1.amount': '300.000' });
        await press(page, 'Simpan');
        await page.locator('.errors').waitFor();
        assert.match(await page.locator('.errors').innerText(), /800\.000/, 'the parts are not the bill');
        assert.equal(await page.locator('[name="shares.1.amount"]').inputValue(), '300.000');
        await fill(page, { 'shares.1.amount': '400.000' });
        await press(page, 'Simpan');
        await page.locator('.refusal, .errors').first().waitFor();
        await examine(page, 'belanja-bersama-tanpa-surat');
        await fill(page, { joint: 'SBB/1/2024' });
        await page.locator('#f-_joint_letter').or(page.locator('[name=_joint_letter]')).first().setInputFiles({ ...photo, name: 'surat.png' });
        await page.locator('input[name=submit]').check();
        await press(page, 'Simpan');
        await Promise.race([page.waitForURL(/\/belanja\/[0-9A-Z]{26}$/), page.locator('.errors, .refusal').first().waitFor()]);
        assert.match(page.url(), /\/belanja\/[0-9A-Z]{26}$/, await page.locator('main').innerText());
        await examine(page, 'belanja-bersama');
        const now = [await purses(page, 'RT 01 RW 01'), await purses(page, 'RT 02 RW 01')];
        assert.deepEqual([0, 1].map(i => (now[i]['Pekerjaan fisik'].belanja ?? 0) - (before[i]['Pekerjaan fisik'].belanja ?? 0)), [500_000, 400_000]);
    }));

    await t.test('everything passes by minutes, and nothing stays behind', async () => {
        const held = await as(city, 'Bendahara pokmas', page => books(page, pokmas));
        await as(city, 'Lurah', async page => {
            const path = `/kas/${pokmas}/serah-terima`;
            await page.goto(path);
            const [to] = await page.locator('[name=to] option').evaluateAll((all, own) => all.map(each => each.value).filter(value => value && value !== own), pokmas);
            const had = await books(page, to);
            await page.goto(path);
            await fill(page, { to, minutes: 'BA/7/2024', counted: String(held.kas + 1), on: today });
            await press(page, 'Serahkan');
            await page.locator('.errors').waitFor();
            assert.equal(await page.locator('[name=minutes]').inputValue(), 'BA/7/2024');
            await examine(page, 'serah-terima-salah-hitung');
            await send(page, path, 'Serahkan', { to, minutes: 'BA/7/2024', counted: String(held.kas), on: today });
            const left = await books(page, pokmas);
            assert.ok(Object.values(left).every(value => value === 0), JSON.stringify(left));
            const has = await books(page, to);
            assert.deepEqual(Object.fromEntries(Object.keys(has).map(key => [key, has[key] - had[key]])), held);
            await examine(page, 'kas-penerima');
        });
    });
});

test('the kelurahan withholds the taxes of a tranche and pays them', async t => {
    const city = await startCity();
    t.after(() => city.stop());
    const text = readFileSync(join(root, `packs/35.72/${year}.toml`), 'utf8').replace('key = "tax_withheld_by", value = "pokmas"', 'key = "tax_withheld_by", value = "kelurahan"');
    const version = await as(city, 'Bagian Pemerintahan', async page => {
        await page.goto('/aturan/muat');
        await fill(page, { text, note: 'Pajak dipotong bendahara kelurahan' });
        await press(page, 'Simpan sebagai versi baru');
        await page.waitForURL(/\/aturan\/\d{4}\/\d+/);
        return Number(page.url().match(/\/aturan\/\d+\/(\d+)/)[1]);
    });
    const { pokmas, tranche } = await ready(city, data => run(data, 'rules.release', 'tapem2', { year, version, letter: 'SE/3/2024', letter_date: today }));
    await city.offline(data => {
        run(data, 'payout.issue_spp', 'bendahara_kelurahan', { tranche });
        run(data, 'payout.record_sp2d', 'bkd', { tranche, number: 'SP2D/9/2024', date: today });
    });
    await as(city, 'Bendahara pokmas', async page => {
        await send(page, `/pencairan/${tranche}/terima`, 'Uang sudah masuk', { date: today, amount: '74.900.000', withheld: '100.000' });
        await page.goto(`/pencairan/${tranche}`);
        await examine(page, 'pencairan-dipotong');
    });
    await spend(city, 'D-1', { on: today, gross: '3.000.000', 'pay.0.from': 'bank', supplier_pkp: 'false', suket_pp55: 'false', has_npwp: 'true', tax_withheld: 'yes' });
    await as(city, 'Bendahara kelurahan', async page => {
        await page.goto('/pajak');
        await examine(page, 'pajak-kelurahan');
        const before = await books(page, pokmas);
        const path = `/kas/${pokmas}/pajak`;
        await page.goto(path);
        const fields = await page.locator('main .field', { hasText: /belum disetor Rp/ }).evaluateAll(all => all.map(field => ({ name: field.querySelector('input').name,
            owed: Number(field.innerText.match(/belum disetor Rp([\d.]+\d)/)[1].replace(/\./g, '')), label: field.innerText })));
        const { name, owed } = fields.find(each => /PPh 22/.test(each.label));
        assert.equal(owed, 45_000, 'one and a half per cent of three million');
        await send(page, path, 'Catat setoran pajak', { [name]: '45.000', from: 'panjar', ntpn: '0123456789ABCDEG', on: today });
        const now = await books(page, pokmas);
        assert.equal(before.panjar - now.panjar, 45_000);
        assert.equal(before.bank, now.bank, 'the group pays nothing itself');
    });
});
test('a plan grows by a bonus, and its contract with it', async t => {
    const city = await startCity();
    t.after(() => city.stop());
    const unit = `${home}.001.001`;
    await city.offline(data => {
        run(data, 'programme.set_dpa', 'tapem', { year, kelurahan: home, number: 'P-DPA/3/2024', date: today,
            amounts: [{ envelope: 'fisik', amount: 2_000_000_000 }, { envelope: 'umkm', amount: 1_000_000_000 }] });
        run(data, 'programme.bonus', 'tapem', { year, unit, amounts: [{ envelope: 'fisik', amount: 3_500_000 }, { envelope: 'umkm', amount: 1_500_000 }], number: 'SK/88/2024', date: today, reason: 'Juara harapan' });
    });
    const plan = await as(city, 'Ketua pokmas', async page => {
        const [{ id }] = (await listed(page, `/rab?tahun=${year}&q=RT%2001%20RW%2001&format=json`)).filter(each => each.unit === 'RT 01 RW 01');
        await page.goto(`/rab/${id}`);
        const fold = page.locator('details', { has: page.locator('summary', { hasText: 'Mulai addendum' }) });
        await fold.locator('summary').click();
        await fold.locator('[name=reason]').fill('Bonus untuk jalan yang sama');
        await fold.locator('[name=evidence]').fill('BA/8/2024');
        await press(page, 'Mulai addendum', fold);
        await page.waitForURL(`**/rab/${id}/ubah`);
        await examine(page, 'rab-addendum');
        const rows = await page.locator('tr[data-line]').evaluateAll(all => all.map(row => ({ n: row.querySelector('select').name.split('.')[1], category: row.querySelector('select').value,
            activity: row.querySelector('[name$=".activity"]').value, item: row.querySelector('[name$=".item"]').value })));
        const more = async (like, item, price) => {
            const spare = (await page.locator('tr[data-line]').evaluateAll(all => all.map(row => [row.querySelector('select').name.split('.')[1], row.querySelector('[name$=".item"]').value])))
                .find(([, text]) => text === '');
            if (!spare) {
                await page.getByRole('button', { name: 'Baris lain' }).click();
                return more(like, item, price);
            }
            const name = key => `lines.${spare[0]}.${key}`;
            await fill(page, { [name('category')]: like.category, [name('activity')]: like.activity, [name('item')]: item, [name('quantity')]: '1', [name('unit')]: 'paket', [name('unit_price')]: price,
                [name('spend_kind')]: 'barang' });
        };
        await more(rows.find(row => row.item && !row.category.includes('pelatihan')), 'Semen tambahan', '3.500.000');
        await more(rows.find(row => row.category.includes('pelatihan')), 'Loyang tambahan', '1.000.000');
        await press(page, 'Simpan');
        await page.waitForURL(`**/rab/${id}`);
        await page.getByText('kurang Rp500.000').first().waitFor(); // of sixteen and a half million for UMKM
        await page.goto(`/rab/${id}/ubah`);
        await page.locator('tr[data-line]', { has: page.locator('input[value="Loyang tambahan"]') }).locator('[name$=".unit_price"]').fill('1.500.000');
        await press(page, 'Simpan');
        await page.waitForURL(`**/rab/${id}`);
        await press(page, 'Kirim untuk diverifikasi');
        await page.waitForLoadState();
        return id;
    });
    for (const [office, button] of [['Sekretaris kelurahan', 'Verifikasi'], ['Lurah', 'Setujui']])
        await as(city, office, async page => {
            await page.goto(`/rab/${plan}`);
            await examine(page, `rab-${button}`);
            await press(page, button);
            await page.waitForLoadState();
        });
    await as(city, 'Lurah', async page => {
        const before = (await purses(page, 'RT 01 RW 01'))['Pekerjaan fisik'];
        assert.equal(before.rencana, 3_500_000);
        const contract = (await listed(page, `/kontrak?tahun=${year}&format=json`)).find(each => each.pokmas.includes('RW 01'));
        await send(page, `/kontrak/${contract.id}/adendum`, 'Catat adendum', { paper: 'SPK-A/1/2024', dated: today, reason: 'Bonus' });
        const now = (await purses(page, 'RT 01 RW 01'))['Pekerjaan fisik'];
        assert.deepEqual([now.rencana, now.kontrak - before.kontrak], [null, 3_500_000]);
        await page.goto(`/kontrak/${contract.id}`);
        await page.getByText('SPK-A/1/2024').waitFor();
        await examine(page, 'kontrak-adendum');
    });
});
after(closeBrowser);
