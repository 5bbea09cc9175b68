// A real city from `init` to running purses: nothing is there but the register of its kelurahan, and every step is taken by the person who may.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fill, send } from './money.mjs';
import { closeBrowser, examine, listed, press, program, root, serve, visitor } from './support.mjs';

const day = offset => new Date(Date.now() + 7 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10); // in Blitar
const today = day(0);
const year = Number(today.slice(0, 4));
const kelurahan = '35.72.03.1002';
const [rt1, rt2] = [`${kelurahan}.001.001`, `${kelurahan}.002.001`];

const nip = n => `1980010120050120${String(n).padStart(2, '0')}`;

/// With the code of a slip; from then on the person has a password and stays signed in on this page.
async function enter(city, code, width = 'desk') {
    const page = await visitor(city, width);
    await page.goto('/masuk/kode');
    await fill(page, { code, password: 'gang melati dua belas', again: 'gang melati dua belas' });
    await press(page, 'Simpan dan masuk');
    await page.waitForURL(url => !url.pathname.startsWith('/masuk'));
    return page;
}

/// A person of an office of the city, entered and appointed by who may; the code of the slip.
async function appoint(page, name, role, more) {
    await page.goto('/pengguna/baru');
    await fill(page, { name, place: '35.72', ...more });
    await press(page, 'Simpan');
    await page.waitForURL(/\/pengguna\/[0-9A-Z]{26}$/);
    const at = new URL(page.url()).pathname;
    await page.getByRole('link', { name: 'Beri jabatan' }).click();
    await page.waitForLoadState();
    await fill(page, { role, place: '35.72', decree: 'SK/1/' + year, from: today });
    await press(page, 'Simpan');
    await Promise.race([page.waitForURL(url => url.pathname === at), page.locator('.errors, .refusal').first().waitFor()]);
    assert.equal(new URL(page.url()).pathname, at, await page.locator('main').innerText());
    await press(page, 'Slip baru');
    await page.locator('.slip .code').waitFor();
    return page.locator('.slip .code').innerText();
}

/// A list pasted from a spreadsheet: tried, then taken; what stands in the way ends the journey.
async function take(page, path, rows, more = {}) {
    await page.goto(path);
    await fill(page, { text: rows.map(row => row.join('\t')).join('\n'), ...more });
    await press(page, 'Periksa');
    const last = page.locator('button[name=_do][value=simpan], .errors').first();
    await last.waitFor();
    assert.equal(await page.locator('.errors').count(), 0, await page.locator('main').innerText());
    await page.locator('button[name=_do][value=simpan]').click();
    await page.waitForLoadState();
}

test('a city begins', async t => {
    const data = mkdtempSync(join(tmpdir(), 'rtkeren-real-'));
    const founded = spawnSync(program, ['--data', data, 'init', '--city', '35.72', '--name', 'Kota Blitar', '--admin', 'Sari Wulandari'], { encoding: 'utf8' });
    assert.equal(founded.status, 0, founded.stderr);
    const city = await serve(data);
    t.after(async () => {
        await city.close();
        const check = spawnSync(program, ['--data', data, 'check'], { encoding: 'utf8' });
        rmSync(data, { recursive: true, force: true });
        assert.equal(check.status, 0, check.stdout + check.stderr);
    });
    const admin = await enter(city, founded.stdout.match(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)[0]);
    await admin.goto('/mulai');
    await examine(admin, 'mulai-kosong');
    await send(admin, '/mulai/kop', 'Simpan', { letterhead: 'Pemerintah Kota Blitar\nJalan Merdeka 105' });
    const first = await enter(city, await appoint(admin, 'Bagian Satu', 'tapem', { login: 'tapem1', nip: nip(1) }));
    const second = await enter(city, await appoint(first, 'Bagian Dua', 'tapem', { login: 'tapem2', nip: nip(2) }));
    await appoint(first, 'Bendahara Kota', 'bkd', { login: 'bkd', nip: nip(3) });

    await take(first, '/wilayah/impor', [['Kode RT', 'Kelurahan', 'RW', 'RT', 'Jumlah KK'], ['', 'Plosokerep', '001', '001', '60'], ['', 'Plosokerep', '002', '001', '45']], { on: `${year}-01-01` });
    await take(first, '/pengguna/impor', [['Nama', 'Telepon', 'Jabatan', 'Tempat', 'Nomor SK', 'NIP'], ['Lurah Plosokerep', '081200000001', 'Lurah', kelurahan, '821/1', nip(11)],
        ['Sekretaris Plosokerep', '081200000002', 'Sekretaris kelurahan', kelurahan, '821/2', nip(12)], ['PPTK Plosokerep', '081200000003', 'PPTK', kelurahan, '821/3', nip(13)],
        ['Bendahara Plosokerep', '081200000004', 'Bendahara kelurahan', kelurahan, '821/4', nip(14)]], { from: today });
    const codes = Object.fromEntries(await first.locator('.slip').evaluateAll(all => all.map(slip => [slip.querySelector('header b').innerText.split(' ')[0], slip.querySelector('.code').innerText])));
    const [lurah, secretary, treasurer] = [await enter(city, codes.Lurah, 'phone'), await enter(city, codes.Sekretaris), await enter(city, codes.Bendahara, 'phone')];
    assert.match(await first.locator('.slip').first().innerText(), /masuk\/kode/);

    await take(secretary, '/pengguna/impor', [['Nama', 'Telepon', 'Jabatan', 'Tempat', 'Nomor SK', 'NIP'], ['Ketua Satu', '081300000001', 'Ketua RT', rt1, '188/1', ''],
        ['Ketua Dua', '081300000002', 'Ketua RT', rt2, '188/2', '']], { from: today });
    await take(secretary, '/pokmas/impor', [['Nama pokmas', 'RW', 'Alamat', 'Bank', 'Nomor rekening', 'Atas nama', 'Nomor SK', 'Tanggal SK', 'Berlaku sampai', 'Ketua', 'Sekretaris', 'Bendahara'],
        ['Pokmas Melati', `${kelurahan}.001`, 'Jalan Melati 4', 'Bank Jatim', '0011223344', 'Pokmas Melati', '188/12', `${year}-01-16`, `${year + 1}-12-31`, 'Darto', 'Sri Wahyuni', 'Siti Aminah'],
        ['Pokmas Anggrek', `${kelurahan}.002`, 'Jalan Anggrek 2', 'Bank Jatim', '0011223355', 'Pokmas Anggrek', '188/13', `${year}-01-16`, `${year + 1}-12-31`, 'Joko', 'Rina', 'Wati']]);
    await lurah.goto('/pengguna/konfirmasi');
    await examine(lurah, 'konfirmasi');
    await lurah.getByRole('button', { name: /semua/i }).first().click();
    await lurah.locator('dialog').getByRole('button', { name: 'Ya, lanjut' }).click();
    await lurah.waitForLoadState();
    const groups = await listed(treasurer, '/pokmas?format=json');
    for (const { id } of groups) {
        await send(treasurer, `/pokmas/${id}/periksa-rekening`, 'Nyatakan rekening benar', { evidence: 'Surat bank 17' });
        await send(secretary, `/pokmas/${id}/aktifkan`, 'Aktifkan pokmas', {});
    }

    const text = readFileSync(join(root, 'packs/35.72/2024.toml'), 'utf8').replace(/\b2024-/g, `${year}-`).replace('year = 2024', `year = ${year}`);
    await first.goto('/aturan/muat');
    await fill(first, { text, note: 'Seperti 2024' });
    await press(first, 'Simpan sebagai versi baru');
    await Promise.race([first.waitForURL(/\/aturan\/\d{4}\/\d+/), first.locator('.errors, .refusal').first().waitFor()]);
    assert.match(first.url(), /aturan\/\d{4}\/\d+/, await first.locator('main').innerText());
    await send(second, `/aturan/${year}/1/rilis`, 'Rilis', { letter: 'SE/1', letter_date: today });
    await first.goto(`/tahun/${year}`);
    await press(first, `Rancang tahun ${year}`);
    await first.waitForLoadState();
    await first.goto(`/tahun/${year}/dpa`);
    const row = first.locator('tr', { has: first.locator(`input[value="${kelurahan}"]`) });
    await row.locator('[name$=".number"]').fill('DPA/3');
    await row.locator('[name$=".date"]').fill(`${year}-01-05`);
    for (const [place, amount] of ['70.000.000', '30.000.000'].entries()) await row.locator('[name$=".amount"]').nth(place).fill(amount);
    await press(first, 'Simpan DPA');
    await first.getByText('DPA 1 kelurahan tersimpan.').waitFor();
    await first.goto(`/tahun/${year}/buka`);
    await fill(first, { letter: 'SE/2', letter_date: today });
    await first.locator('[name=mid_year]').check();
    await press(first, 'Buka tahun');
    await first.locator('.errors, .refusal, .note[data-tone=no]').first().waitFor(); // who drafted it does not open it
    await second.goto(`/tahun/${year}/buka`);
    await second.locator('[name=mid_year]').check();
    await fill(second, { letter: 'SE/2', letter_date: today });
    await press(second, 'Buka tahun');
    await Promise.race([second.waitForURL(`**/tahun/${year}`), second.locator('.errors, .refusal').first().waitFor()]);
    assert.equal(new URL(second.url()).pathname, `/tahun/${year}`, await second.locator('main').innerText());

    const columns = ['Pokmas', 'Kode RT', 'Kantong', 'Kategori', 'Pagu', 'Kontrak', 'Cair', 'Sah', 'Bank', 'Kas', 'Nomor kontrak', 'Tanggal kontrak', 'Kontrak selesai'];
    const balances = bank => [columns, ['', rt1, 'fisik', 'jalan_lingkungan', '', '17500000', '2500000', '15000000'], ['', rt1, 'umkm', 'pelatihan_kue', '', '7500000', '2500000', '5000000'],
        ['', rt2, 'fisik', '', '35000000'], ['', rt2, 'umkm', '', '15000000'],
        ['Pokmas Melati', '', '', '', '', '', '', '', bank, '300000', '188/5/KTR', `${year}-03-20`, `${year}-12-15`]];
    const text_of = rows => rows.map(each => each.join('\t')).join('\n');
    await first.goto('/saldo-awal/impor');
    await fill(first, { year: String(year), cut_off: day(-1), paper: 'BA/1', text: text_of(balances('4600000')) });
    await press(first, 'Periksa');
    await first.waitForLoadState();
    await first.getByText('memegang Rp4.900.000, padahal cair Rp5.000.000').waitFor();
    await examine(first, 'saldo-awal-salah');
    assert.equal(await first.locator('button[name=_do][value=simpan]').count(), 0);
    await take(first, '/saldo-awal/impor', balances('4700000'), { year: String(year), cut_off: day(-1), paper: 'BA/1' });
    const opening = new URL(first.url()).pathname;
    await first.getByText('Orang lain yang membukukannya').waitFor();
    await second.goto(opening);
    await examine(second, 'saldo-awal-menunggu');
    await press(second, 'Bukukan saldo awal');
    await second.locator('.head .badge', { hasText: 'Dibukukan' }).waitFor();

    const purses = await listed(first, `/kantong?tahun=${year}&format=json`);
    const of = (unit, envelope) => purses.find(each => each.unit === unit && each.envelope === envelope);
    assert.deepEqual(['kontrak', 'cair', 'sah'].map(stage => of('RT 01 RW 01', 'Pekerjaan fisik')[stage]), [17_500_000, 2_500_000, 15_000_000]);
    assert.equal(of('RT 01 RW 02', 'UMKM dan pemberdayaan').pagu, 15_000_000);
    const melati = groups.find(each => each.pokmas === 'Pokmas Melati') ?? groups[0];
    await treasurer.goto(`/kas/${melati.id}/bku`);
    await treasurer.getByText('Saldo awal').first().waitFor();
    await examine(treasurer, 'bku-saldo-awal');
    await first.goto('/mulai');
    await examine(first, 'mulai-jalan');

    // A unit splits while its purses run: they stay with the unit as it was, the new one stands in the register.
    await take(first, '/wilayah/impor', [['Kode RT', 'Kelurahan', 'RW', 'RT', 'Jumlah KK', 'Asal'], ['', 'Plosokerep', '001', '001', '32', ''], ['', 'Plosokerep', '001', '003', '28', 'RT 01 RW 01'],
        ['', 'Plosokerep', '002', '001', '45', '']], { on: today });
    const register = await listed(first, '/wilayah?format=json&q=RW%2001');
    assert.deepEqual(register.filter(each => each.level === 'RT' && each.name.endsWith('RW 01')).map(each => [each.name, each.valid_until]),
        [['RT 01 RW 01', day(-1)], ['RT 01 RW 01', null], ['RT 03 RW 01', null]]);
    await first.goto(`/rt/${kelurahan}/001/003`);
    await first.getByText('Dulu: RT 01 RW 01').waitFor();
    await first.goto(`/rt/${kelurahan}/001/001`);
    await first.getByText('RT ini mendapat Rp50.000.000').waitFor();
    await examine(first, 'rt-dipecah');
});
after(closeBrowser);
