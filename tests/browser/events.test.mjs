// Every event of a group's two books, through the page of the office that may: one journey a part of the year.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { as, books, fill, paid, photo, ready, rupiah, send, spend, today, year } from './money.mjs';
import { closeBrowser, examine, listed, press, startCity } from './support.mjs';

test('the money comes, goes back, goes astray and arrives', async t => {
    const city = await startCity();
    t.after(() => city.stop());
    const { pokmas, tranche } = await ready(city);
    const at = `/pencairan/${tranche}`;
    const state = async (page, words) => {
        await page.goto(at);
        await page.locator('.head .badge', { hasText: words }).waitFor();
    };

    await t.test('SPP, SP2D and its bounce', async () => {
        await as(city, 'Bendahara kelurahan', page => send(page, `${at}/spp`, 'Terbitkan SPP', {}));
        await as(city, 'BKD', async page => {
            await send(page, `${at}/sp2d`, 'Catat SP2D', { number: 'SP2D/9/2024', date: today });
            await send(page, `${at}/retur`, 'Catat retur', { date: today, reason: 'Nama pemilik berbeda' });
            await send(page, `${at}/sp2d`, 'Catat SP2D', { number: 'SP2D/10/2024', date: today });
            await examine(page, 'pencairan-retur');
        });
    });
    await t.test('another group gets it and sends it on', async () => {
        await as(city, 'BKD', async page => {
            await page.goto(`${at}/salah-rekening`);
            const other = await page.locator('select[name=receiver] option').evaluateAll((options, own) => options.find(each => /Plosokerep/.test(each.text) && each.value !== own).value, pokmas);
            await send(page, `${at}/salah-rekening`, 'Catat uang masuk ke pokmas lain', { receiver: other, date: today, reason: 'Nomor rekening tertukar' });
        });
        await as(city, 'Bendahara kelurahan', page => send(page, `${at}/diteruskan`, 'Catat uang sudah diteruskan', { date: today }));
    });
    await t.test('and it is with its group', () => as(city, 'Bendahara pokmas', async page => {
        await send(page, `${at}/terima`, 'Uang sudah masuk', { date: today, amount: '75.000.000' });
        await state(page, 'Diterima pokmas');
        assert.equal((await books(page, pokmas)).bank > 75_000_000, true);
    }));
});

test('a year of the cash book', async t => {
    const city = await startCity();
    t.after(() => city.stop());
    const pokmas = await paid(city);
    const at = `/kas/${pokmas}`;
    /// What one form changes in the books.
    const changes = async (page, slug, button, values, expected) => {
        const before = await books(page, pokmas);
        await send(page, `${at}/${slug}`, button, { on: today, ...values });
        const now = await books(page, pokmas);
        assert.deepEqual(Object.fromEntries(Object.keys(now).map(key => [key, now[key] - before[key]]).filter(([, change]) => change !== 0)), expected, slug);
    };

    await t.test('cash, advances, interest, residents\' money, counting', () => as(city, 'Bendahara pokmas', async page => {
        await changes(page, 'tarik', 'Catat tarikan', { amount: '5.000.000' }, { bank: -5_000_000, kas: 5_000_000 });
        await changes(page, 'setor', 'Catat setoran', { amount: '500.000' }, { bank: 500_000, kas: -500_000 });
        await changes(page, 'panjar', 'Beri panjar', { holder_name: 'Warga Contoh', amount: '2.000.000' }, { kas: -2_000_000, panjar: 2_000_000 });
        await page.goto(`${at}/panjar-kembali`);
        const holder = await page.locator('[name=holder] option').evaluateAll(all => all.map(each => each.value).find(Boolean));
        await changes(page, 'panjar-kembali', 'Catat pengembalian', { holder, amount: '300.000' }, { kas: 300_000, panjar: -300_000 });
        await changes(page, 'bunga', 'Catat jasa giro', { amount: '15.000' }, { bank: 15_000 });
        await changes(page, 'bunga-pajak', 'Catat pajak', { amount: '3.000' }, { bank: -3_000 });
        await changes(page, 'biaya', 'Catat biaya', { amount: '2.000' }, { bank: -2_000 });
        await changes(page, 'bunga-setor', 'Catat setoran', { amount: '10.000', slip: 'STS/1/2024' }, { bank: -10_000 });
        await changes(page, 'swadaya', 'Catat swadaya', { amount: '300.000' }, { kas: 300_000 });
        await changes(page, 'swadaya-pakai', 'Catat pemakaian', { amount: '100.000' }, { kas: -100_000 });
        await changes(page, 'swadaya-nilai', 'Catat pemberian', { kind: 'work', what: 'Kerja bakti delapan orang', value: '640.000' }, {});
        await changes(page, 'titipan', 'Catat titipan', { amount: '50.000' }, { bank: 50_000 });
        const { kas } = await books(page, pokmas);
        await changes(page, 'hitung', 'Simpan hitungan', { counted: String(kas - 5_000), holder_name: 'Warga Contoh' }, { kas: -5_000, piutang: 5_000 });
        await page.goto(`${at}/piutang`);
        const debtor = await page.locator('[name=debtor] option').evaluateAll(all => all.map(each => each.value).find(Boolean));
        await changes(page, 'piutang', 'Catat pembayaran', { debtor, amount: '5.000', to: 'kas' }, { kas: 5_000, piutang: -5_000 });
        await changes(page, 'hitung', 'Simpan hitungan', { counted: String(kas + 1_000) }, { kas: 1_000 });
        await page.goto(at);
        await examine(page, 'kas-setelah-semua');
    }));

    await t.test('what was bought before a purse could bear it', () => as(city, 'Bendahara pokmas', async page => {
        const before = await books(page, pokmas);
        await page.goto(`/belanja/tanpa-kantong/baru?pokmas=${pokmas}&tahun=${year}`);
        await page.locator('[name=_paper_nota]').setInputFiles(photo);
        await fill(page, { supplier_name: 'Toko Contoh', receipt: 'A-17', on: today, description: 'Paku 5 kg', amount: '100.000', reason: 'Nota datang terlambat' });
        await press(page, 'Simpan');
        await page.waitForURL(/tanpa-kantong\/[0-9A-Z]{26}$/);
        assert.deepEqual(await books(page, pokmas), { ...before, kas: before.kas - 100_000, panjar: before.panjar + 100_000 });
        await page.goBack();
        await page.locator('[name=how][value=returned]').check();
        await press(page, 'Selesaikan');
        await page.waitForLoadState();
        assert.deepEqual(await books(page, pokmas), before);
    }));

    /// A step with a form of its own on the page of an expense.
    const step = (office, path, summary, values) => as(city, office, async page => {
        await page.goto(path);
        const fold = page.locator('details', { has: page.locator('summary', { hasText: summary }) });
        await fold.locator('summary').click();
        for (const [name, value] of Object.entries(values)) {
            const field = fold.locator(`[name="${name}"]`);
            if (await field.evaluate(input => input.tagName) === 'SELECT') await field.selectOption(value);
            else await field.fill(value);
        }
        await press(page, summary, fold);
        await page.waitForLoadState();
        assert.equal(await page.locator('.errors').count(), 0, await page.locator('main').innerText());
    });
    const now = () => as(city, 'Bendahara pokmas', page => books(page, pokmas));

    await t.test('refused in part, given back in part, disallowed later', async () => {
        const part = await spend(city, 'B-1', { on: today, gross: '800.000', 'pay.0.from': 'bank' });
        await step('PPTK', part, 'Tolak', { amount: '200.000', reason: 'Empat sak tidak ada di lokasi' });
        assert.equal((await now()).piutang, 200_000);
        await as(city, 'PPTK', async page => {
            await page.goto(part);
            await press(page, 'Sahkan');
            await page.locator('.head .badge', { hasText: 'Sah' }).waitFor();
            await examine(page, 'belanja-sebagian');
        });
        const back = await spend(city, 'B-2', { on: today, gross: '500.000', 'pay.0.from': 'kas' });
        const { kas } = await now();
        await step('Bendahara pokmas', back, 'Penyedia mengembalikan uang', { amount: '150.000', to: 'kas', reason: 'Barang rusak' });
        assert.equal((await now()).kas, kas + 150_000);
        await as(city, 'PPTK', async page => {
            await page.goto(back);
            await press(page, 'Sahkan');
            await page.locator('.head .badge', { hasText: 'Sah' }).waitFor();
        });
        await step('Inspektorat', back, 'Anulir', { amount: '50.000', reason: 'Harga di atas standar' });
        assert.equal((await now()).piutang, 250_000);
    });

    await t.test('a debt is written off by decree, the rest of the money returns to the treasury', async () => {
        await as(city, 'Wali kota', async page => {
            await page.goto(`${at}/hapus`);
            const debtor = await page.locator('[name=debtor] option').evaluateAll(all => all.map(each => each.value).find(Boolean));
            const purse = await page.locator('.field', { hasText: `Pekerjaan fisik, RT 01 RW 01, ${year}` }).locator('input').getAttribute('name');
            await fill(page, { debtor, [purse]: '50.000', decree: 'SK/17/2024', reason: 'Yang berutang meninggal', on: today });
            await press(page, 'Hapus piutang');
            await Promise.race([page.waitForURL(url => url.pathname === at), page.locator('.errors').waitFor()]);
            assert.equal(new URL(page.url()).pathname, at, await page.locator('main').innerText());
        });
        assert.equal((await now()).piutang, 200_000);
    });
});

test('ceilings change, a contract ends', async t => {
    const city = await startCity();
    t.after(() => city.stop());
    const unit = '35.72.03.1002.001.001';
    const purse = async (page, envelope) => (await listed(page, `/kantong?tahun=${year}&q=RT%2001%20RW%2001&kelurahan=35.72.03.1002&format=json`)).find(each => each.envelope === envelope);

    await as(city, 'Bagian Pemerintahan', async page => {
        await page.goto(`/tahun/${year}/dpa`);
        const row = page.locator('tr', { has: page.locator('input[value="35.72.03.1002"]') });
        await row.locator('[name$=".number"]').fill('P-DPA/3/2024');
        await row.locator('[name$=".date"]').fill(today);
        for (const [place, more] of [[0, 60_000_000], [1, 10_000_000]]) {
            const amount = row.locator('[name$=".amount"]').nth(place);
            await amount.fill(String(rupiah(await amount.inputValue()) + more));
        }
        await press(page, 'Simpan DPA');
        await page.getByText('DPA 1 kelurahan tersimpan.').waitFor();
        assert.equal(await page.getByText('Isian Anda dipulihkan').count(), 0, 'what was saved is not given back as unsaved');

        const before = await purse(page, 'Pekerjaan fisik');
        assert.equal(before.pagu, null);
        await send(page, `/tahun/${year}/bonus`, 'Beri bonus', { unit, 'amounts.0.amount': '50.000.000', 'amounts.1.amount': '5.000.000', number: 'SK/88/2024', date: today, reason: 'Juara satu' });
        const kept = await purse(page, 'Pekerjaan fisik');
        assert.deepEqual([kept.pagu, kept.pagu_awal], [50_000_000, before.pagu_awal + 50_000_000]);

        // Towards UMKM until the plan is approved, away from it never: both ways are shut here, each with its article.
        const umkm = await purse(page, 'UMKM dan pemberdayaan');
        for (const [from, reason] of [[kept.id, 'Warga memilih pelatihan'], [umkm.id, 'Kurang semen']]) {
            await page.goto(`/kantong/${from}/pindah`);
            await fill(page, { amount: '1.000.000', number: 'BA/4/2024', date: today, reason });
            await press(page, 'Pindahkan');
            await page.locator('.refusal').first().waitFor();
            assert.equal(await page.locator('[name=amount]').inputValue(), '1.000.000');
            await examine(page, 'pindah-ditolak');
        }
        assert.deepEqual(await purse(page, 'UMKM dan pemberdayaan'), umkm, 'the earmark holds');

        await send(page, `/kantong/${kept.id}/kurangi`, 'Kurangi pagu', { amount: '15.000.000', number: 'P-DPA/4/2024', date: today, reason: 'Perubahan anggaran' });
        assert.equal((await purse(page, 'Pekerjaan fisik')).pagu, 35_000_000);
        await page.goto(`/tahun/${year}/perubahan`);
        await examine(page, 'perubahan-pagu');
        await page.locator('main tbody a', { hasText: 'Dikurangi' }).or(page.locator('main tbody tr', { hasText: 'Dikurangi' }).locator('a')).first().click();
        await fill(page, { reason: 'Salah tulis' });
        await press(page, 'Batalkan perubahan pagu');
        await page.waitForURL(url => !url.pathname.endsWith('/batalkan'));
        assert.equal((await purse(page, 'Pekerjaan fisik')).pagu, 50_000_000);
    });

    await as(city, 'Sekretaris kelurahan', async page => {
        const kept = await purse(page, 'Pekerjaan fisik');
        await send(page, `/kantong/${kept.id}/tolak`, 'Catat penolakan', { _scope: 'fisik', number: 'BA/6/2024', date: today, reason: 'Musyawarah menolak bonusnya' });
        assert.equal((await purse(page, 'Pekerjaan fisik')).pagu, null);
    });

    await as(city, 'Lurah', async page => {
        const contract = (await listed(page, `/kontrak?tahun=${year}&format=json`)).find(each => each.pokmas.includes('RW 01'));
        await send(page, `/kontrak/${contract.id}/akhiri`, 'Akhiri kontrak', { paper: 'SPK-B/1/2024', on: today, reason: 'Pokmas mengundurkan diri' });
        const ended = (await listed(page, `/kontrak?tahun=${year}&format=json`)).find(each => each.id === contract.id);
        assert.match(ended.state, /^Berakhir 15 Oktober 2024/);
        assert.equal((await purse(page, 'Pekerjaan fisik')).kontrak, null);
    });
});

test('leftover goes back, the report goes its way, purses close', async t => {
    const city = await startCity();
    t.after(() => city.stop());
    const pokmas = await paid(city);
    await t.test('the leftover of every purse', () => as(city, 'Bendahara pokmas', async page => {
        const path = `/kas/${pokmas}/kembalikan`;
        await page.goto(path);
        const left = await page.locator('main .field', { hasText: /sisa Rp/ }).evaluateAll(fields => fields.map(field => [field.querySelector('input').name, field.innerText.match(/sisa Rp([\d.]+)/)[1]]));
        assert.equal(left.length, 6);
        await send(page, path, 'Catat pengembalian', { ...Object.fromEntries(left), slip: 'STS/44/2024', on: today });
        assert.equal((await books(page, pokmas)).bank, 0);
    }));

    await t.test('what the report lacks is listed, and done from there', () => as(city, 'Bendahara pokmas', async page => {
        const report = `/lpj/pokmas/${pokmas}/${year}`;
        for (let left = 3; left > 0; --left) {
            await page.goto(report);
            await page.getByRole('heading', { name: `Kurang ${left}` }).waitFor();
            await page.locator('aside.margin .checks a').first().click();
            await page.waitForURL('**/kemajuan/**');
            await page.goto(await page.locator('main a[href*="/baru?tahun="]').first().getAttribute('href'));
            await page.locator('input[name=foto]').setInputFiles(photo);
            await page.locator('input[name=purse]').first().check();
            await page.locator('input[name=stage]').last().check();
            if (left === 3) await examine(page, 'kemajuan-baru');
            await fill(page, { on: today });
            await press(page, 'Simpan kemajuan');
            await page.waitForURL(url => !url.pathname.endsWith('/baru'));
        }
        await page.goto(report);
        assert.doesNotMatch(await page.locator('aside.margin').innerText(), /Kurang/);
        await press(page, 'Buka LPJ', page.locator('aside.margin'));
        await page.locator('.head .badge', { hasText: 'Disusun' }).waitFor();
    }));

    await t.test('from hand to hand until it is accepted; a step back keeps what was asked', async () => {
        const report = `/lpj/pokmas/${pokmas}/${year}`;
        const hand = (office, button, state) => as(city, office, async page => {
            await page.goto(report);
            await press(page, button, page.locator('aside.margin'));
            await page.locator('.head .badge', { hasText: state }).waitFor();
        });
        await hand('Ketua pokmas', 'Kirim LPJ', 'Menunggu sekretaris kelurahan');
        await as(city, 'Sekretaris kelurahan', async page => {
            await page.goto(report);
            const fold = page.locator('aside.margin details', { has: page.locator('summary', { hasText: 'Kembalikan' }) });
            await fold.locator('summary').click();
            await fold.locator('[name=document]').fill('Daftar bukti');
            await fold.locator('[name=fix]').fill('Nota nomor 3 belum terbaca');
            await press(page, 'Kembalikan', fold);
            await page.locator('.head .badge', { hasText: 'Diminta diperbaiki' }).waitFor();
            await examine(page, 'lpj-dikembalikan');
        });
        await hand('Ketua pokmas', 'Kirim lagi', 'Menunggu sekretaris kelurahan');
        await hand('Sekretaris kelurahan', 'Nyatakan lengkap', 'Menunggu pemeriksaan keuangan');
        await hand('Bendahara kelurahan', 'Nyatakan benar', 'Menunggu lurah');
        await hand('Lurah', 'Terima LPJ', 'Diterima');
        await as(city, 'Lurah', async page => {
            await page.goto(report);
            await examine(page, 'lpj-diterima');
        });
    });

    await t.test('a debt found afterwards: the purse closes with it, and it is paid straight to the treasury', async () => {
        const report = `/lpj/pokmas/${pokmas}/${year}`;
        await as(city, 'Inspektorat', async page => {
            const [accepted] = (await listed(page, `/belanja?tahun=${year}&format=json&keadaan=accepted&q=RW%2001`)).filter(each => each.place === 'RT 01 RW 01' && each.envelope === 'fisik' && each.withheld === 0);
            await page.goto(`/belanja/${accepted.id}`);
            const fold = page.locator('details', { has: page.locator('summary', { hasText: 'Anulir' }) });
            await fold.locator('summary').click();
            await fold.locator('[name=amount]').fill('75.000');
            await fold.locator('[name=reason]').fill('Upah dibayar dua kali');
            await press(page, 'Anulir', fold);
            await page.waitForLoadState();
        });
        await as(city, 'Lurah', async page => {
            await page.goto(report);
            for (let open = await page.getByRole('button', { name: 'Tutup kantong' }).count(); open > 0; --open) {
                const form = page.locator('aside.margin form', { has: page.getByRole('button', { name: 'Tutup kantong' }) }).first();
                if (await form.locator('[name=debt]').count()) {
                    await press(page, 'Tutup kantong', form);
                    await page.locator('.errors, .refusal').first().waitFor(); // who owes, by which letter?
                    await form.locator('[name=debt]').fill('Penerima upah, SKTJM/3/2024');
                }
                await press(page, 'Tutup kantong', form);
                await page.waitForLoadState();
                await page.locator('main > .note[data-tone=ok]').waitFor();
            }
            await examine(page, 'lpj-ditutup');
        });
        await as(city, 'Bendahara pokmas', async page => {
            const path = `/kas/${pokmas}/piutang-kasda`;
            await page.goto(path);
            const debtor = await page.locator('[name=debtor] option').evaluateAll(all => all.map(each => each.value).find(Boolean));
            const purse = await page.locator('.field', { hasText: `Pekerjaan fisik, RT 01 RW 01, ${year}` }).locator('input').getAttribute('name');
            await send(page, path, 'Catat pembayaran', { debtor, [purse]: '75.000', slip: 'STS/45/2024', on: today });
            assert.equal((await books(page, pokmas)).piutang, 0);
        });
        await as(city, 'Lurah', async page => {
            await page.goto(report);
            await page.locator('.head .badge', { hasText: 'Selesai' }).waitFor();
            const purses = (await listed(page, `/kantong?tahun=${year}&format=json`)).filter(each => each.unit.endsWith('RW 01'));
            assert.deepEqual([...new Set(purses.map(each => each.state))].sort(), ['ditutup', 'ditutup dengan utang']);
            assert.ok(purses.every(each => each.cair === null && each.pagu_awal === (each.sah ?? 0) + (each.kembali ?? 0) + (each.batal ?? 0)));
        });
    });
});
after(closeBrowser);
