// A survey round from its plan to its figures: an officer draws the sample and hands it out, an interviewer who knows nothing of any course asks on a phone, by
// telephone and at the door; refusals and who is not reached are counted.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ulid } from '../../web/lib/ulid.js';
import { closeBrowser, examine, listed, run, signIn, startCity, visitor } from './support.mjs';

const sample = 12;
let city, interviewer;
before(async () => {
    city = await startCity();
    await city.offline(data => {
        const found = spawnSync('sqlite3', ['-json', join(data, 'rtkeren.sqlite'), "SELECT u.person, p.name FROM identity_user u JOIN identity_person p ON p.city = u.city AND p.id = u.person WHERE u.login = 'lpmk'"],
            { encoding: 'utf8' });
        const [{ person, name }] = JSON.parse(found.stdout);
        interviewer = name;
        run(data, 'identity.grant', 'dinas', { id: ulid(), person, role: 'pewawancara', place: '35.72', decree: 'SK/11/2024', from: '2024-10-01' });
    });
});
after(async () => {
    await closeBrowser();
    await city.stop();
});

async function signInAs(page, login) {
    await page.request.post('/masuk', { form: { login, password: 'contoh' } });
}
/// Nothing of any course: neither its words nor a way to its pages.
async function tellsNothingOfCourses(page) {
    const html = await page.locator('main').innerHTML();
    for (const word of ['elatih', 'pendampingan', 'ursus', 'eserta', 'embanding', '/umkm/', '/naik-kelas']) assert.ok(!html.includes(word), `${word} on ${page.url()}`);
}

test('an officer plans a round, draws the sample and hands it out', async () => {
    const page = await visitor(city, 'desk');
    await signIn(page, 'Dinas');
    await page.goto('/survei');
    await examine(page, 'survei-kosong');
    await page.getByRole('link', { name: 'Rencanakan putaran' }).click();
    await examine(page, 'survei-baru');
    await page.getByLabel('Nama putaran').fill('Putaran Agustus 2024');
    await page.getByText('Yang dilatih dan pembanding').click();
    await page.getByLabel('Bulan yang ditanyakan').fill('September');
    await page.getByLabel('Wawancara mulai').fill('2024-10-15');
    await page.getByLabel('Wawancara sampai').fill('2024-10-29');
    await page.getByLabel('Besar sampel').fill(String(sample));
    await page.getByRole('button', { name: 'Simpan rencana' }).click();
    await page.locator('#galat').waitFor();
    assert.equal(await page.getByLabel('Nama putaran').inputValue(), 'Putaran Agustus 2024', 'what was typed is still there');
    await examine(page, 'survei-ditolak');
    await page.getByLabel('Bulan yang ditanyakan').fill('2024-08');
    await page.getByRole('button', { name: 'Simpan rencana' }).click();
    await page.waitForURL(/\/survei\/[0-9A-Z]{26}$/);
    await examine(page, 'survei-rencana');
    await page.getByRole('link', { name: 'Undi sampel' }).click();
    await examine(page, 'survei-undi');
    await page.getByRole('button', { name: 'Undi sampel' }).click();
    await page.getByRole('link', { name: 'Bagi ke pewawancara' }).click();
    await page.getByLabel('Pewawancara').selectOption({ label: interviewer });
    await examine(page, 'survei-petugas');
    await page.getByRole('button', { name: 'Bagi ke pewawancara' }).click();
    await page.waitForURL(/\/survei\/[0-9A-Z]{26}$/);
    await examine(page, 'survei-berjalan');
    await page.goto('/survei');
    await examine(page, 'survei-daftar');
    await page.context().close();
});

test('an interviewer finds what waits and asks, and learns nothing of who was trained (phone)', async () => {
    const page = await visitor(city, 'phone');
    await signInAs(page, 'lpmk');
    await page.goto('/menunggu');
    await examine(page, 'menunggu-pewawancara');
    const cards = page.locator('.task', { hasText: 'Tanya ' });
    assert.equal(await cards.count(), sample, 'each interview is a card with its deadline');
    assert.match(await cards.first().innerText(), /Survei Putaran Agustus 2024/);
    await tellsNothingOfCourses(page);
    await page.goto('/wawancara');
    await examine(page, 'wawancara');
    await tellsNothingOfCourses(page);

    // By telephone, with an amount: an answer on the screen of one interview.
    await page.goto('/menunggu');
    await cards.first().getByRole('link', { name: 'Buka wawancara' }).click();
    await page.waitForURL(/\/wawancara\/[0-9A-Z]{26}$/);
    await examine(page, 'wawancara-satu');
    await tellsNothingOfCourses(page);
    await page.locator('.choice', { hasText: 'Masih produksi' }).first().click();
    await page.locator('.choice', { hasText: 'Telepon' }).click();
    await page.locator('[data-money]').first().fill('1500000');
    await page.locator('[name=workers]').fill('2');
    await page.getByRole('button', { name: 'Simpan jawaban' }).click();
    await page.waitForURL(/\/wawancara$/);
    assert.match(await page.locator('[role=status]').first().innerText(), /tersimpan|tercatat/i);

    const open = async () => (await listed(page, '/wawancara?format=json&hasil=open&limit=50')).map(row => row.id);
    assert.equal((await open()).length, sample - 1);
    // At the door, without an amount.
    await page.goto(`/wawancara/${(await open())[0]}`);
    await page.locator('.choice', { hasText: 'Berhenti dulu' }).first().click();
    await page.getByRole('button', { name: 'Simpan jawaban' }).click();
    await page.waitForURL(/\/wawancara$/);
    // One refuses.
    await page.goto(`/wawancara/${(await open())[0]}`);
    await page.getByRole('link', { name: 'Menolak atau tidak bisa dihubungi' }).click();
    await examine(page, 'wawancara-menolak');
    await page.getByText('Tidak bersedia').click();
    await page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await page.waitForURL(/\/wawancara$/);
    // Another is not reached, as often as one tries; the day that was promised is the deadline of its card.
    const [missed] = await open();
    for (let nth = 1; nth <= 3; ++nth) {
        await page.goto(`/wawancara/${missed}/tidak-bertemu`);
        await page.getByText('Telepon tidak diangkat').click();
        await page.getByLabel('Coba lagi tanggal').fill('2024-10-16');
        await page.getByRole('button', { name: 'Simpan', exact: true }).click();
        await page.waitForURL(/\/wawancara$/);
        await page.goto('/menunggu');
        const card = page.locator('.task', { has: page.locator(`a[href="/wawancara/${missed}"]`) });
        assert.equal(await card.count(), nth < 3 ? 1 : 0);
        if (nth < 3) assert.match(await card.innerText(), /1\s*hari lagi[\s\S]*kali dicoba/);
    }
    assert.equal((await open()).length, sample - 4);
    await page.goto('/wawancara');
    await examine(page, 'wawancara-sebagian');
    await tellsNothingOfCourses(page);
    for (const path of ['/pelatihan/semua', '/pendampingan', '/pendampingan/hasil', '/survei', '/umkm', '/naik-kelas', '/jejak', '/topik-pelatihan']) {
        assert.ok([403, 404].includes((await page.request.get(path)).status()), `${path} is not for an interviewer`);
    }
    await page.context().close();
});

test('the round shows how many answered, refused and were not reached', async () => {
    for (const width of ['desk', 'phone']) {
        const page = await visitor(city, width);
        await signIn(page, 'Dinas');
        await page.goto('/survei');
        await page.locator('tbody a', { hasText: 'Putaran Agustus 2024' }).click();
        assert.match(await page.locator('main').innerText(), /2 dari 12 menjawab \(16,67 %\); 1 menolak, 1 tidak ditemui, 8 belum/);
        await examine(page, 'survei-hasil');
        await page.context().close();
    }
});
