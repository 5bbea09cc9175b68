// A facilitator takes attendance without a signal: ten marks on a phone, sent exactly once when the signal is back; a conflict shows both versions; another person
// on the same phone sees nothing of it. And a participant with the paper slip.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ulid } from '../../web/lib/ulid.js';
import { closeBrowser, examine, listed, signIn, startCity, visitor } from './support.mjs';

function sql(data, text) {
    const done = spawnSync('sqlite3', ['-json', join(data, 'rtkeren.sqlite'), text], { encoding: 'utf8' });
    assert.equal(done.status, 0, `sqlite3: ${done.stderr}`);
    return done.stdout ? JSON.parse(done.stdout) : [];
}

/// A course whose first meeting runs all day today, led by the mentor of the sign-in page: the operations plan only for days to come.
function plantCourse(data) {
    const [{ person, user, place }] = sql(data, `SELECT u.person, u.id AS user, g.place FROM identity_user u JOIN identity_grant g ON g.city = u.city AND g.person = u.person
        WHERE u.login = 'pendamping' AND g.role = 'pendamping' LIMIT 1`);
    const [{ city }] = sql(data, 'SELECT city FROM identity_user LIMIT 1');
    const people = sql(data, `SELECT id FROM identity_person WHERE city = ${city} ORDER BY id LIMIT 13`);
    const [{ unit }] = sql(data, `SELECT min(code) AS unit FROM territory_region WHERE city = ${city} AND level = 'rt' AND code LIKE '${place}%'`);
    const course = ulid(), session = ulid(), today = '2024-10-15', at = '2024-09-01T00:00:00.000Z';
    const seats = people.map(() => ulid());
    sql(data, `BEGIN;
        INSERT INTO training_topic (city, code, name, name_fold, category, product_kind, curriculum, hours, seat_cost, cost_note, retired_at, example, version, entered_by, entered_by_name, entered_at)
            VALUES (${city}, 'uji', 'Kue kering', 'kue kering', 'pelatihan_kue', NULL, 'Adonan', 4, NULL, '', NULL, 1, 1, '${user}', 'Contoh', '${at}');
        INSERT INTO training_course (city, id, year, topic, title, title_fold, purse, pokmas, unit_code, kelurahan, venue, quota, call_from, call_until, starts_on, ends_on, facilitator, facilitator_name, target,
            legality, pack_version, example, version, entered_by, entered_by_name, entered_at) VALUES (${city}, '${course}', 2024, 'uji', 'Kue kering lapangan', 'kue kering lapangan', '${ulid()}', '${ulid()}',
            '${unit}', '${place}', 'Balai RW', 20, '2024-09-01', '2024-09-10', '${today}', '${today}', '${person}', 'Pendamping', '', '[]', 1, 1, 1, '${user}', 'Contoh', '${at}');
        INSERT INTO workflow_item (city, id, machine, subject, title, state, version, place, pokmas, waits_for, due, since, entered_by)
            VALUES (${city}, '${ulid()}', 'course', '${course}', 'Kue kering lapangan', 'running', 1, '${unit}', '', 'training.lead', NULL, '${at}', '${user}');
        INSERT INTO training_session (city, id, course, number, on_date, begins, ends, venue, subject, announced_on, moved_reason, cancelled_at, cancelled_reason, version)
            VALUES (${city}, '${session}', '${course}', 1, '${today}', 0, 1439, 'Balai RW', 'Adonan', '${today}', '', NULL, '', 1);
        ${people.map(({ id }, i) => `INSERT INTO training_seat (city, id, course, person, household_sealed, deviates, idea, poor, came_by, earlier_topic, earlier_year, earlier_household, points, reasons, state, state_reason,
            decided_by_name, outcome_reason, version, entered_by, entered_by_name, entered_at) VALUES (${city}, '${seats[i]}', '${course}', '${id}', '', 0, '', 'no', 'call', 0, 0, 0, 0, '[]', 'selected', '', '', '', 1,
            '${user}', 'Contoh', '${at}');`).join('\n')}
        COMMIT;`);
    return { course, session, seats };
}

const marksOf = (data, session) => sql(data, `SELECT id FROM training_mark WHERE session = '${session}'`).length;

/// The worker has everything and this page is its own.
async function ready(page) {
    await page.goto('/offline/presensi');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.locator('[data-view] .lines a').first().waitFor();
}

test('attendance without a signal (phone)', async t => {
    const city = await startCity();
    t.after(() => city.stop());
    const { course, session, seats } = await city.offline(plantCourse);
    const page = await visitor(city, 'phone');
    await signIn(page, 'Pendamping');

    await t.test('the list is there before and after the signal is gone', async () => {
        await page.goto(`/pelatihan/${course}/presensi/${session}`);
        await examine(page, 'presensi');
        await ready(page);
        await page.context().setOffline(true);
        await page.goto('/offline/presensi');
        await page.locator('[data-view] .lines a').first().click();
        await page.locator('[data-seat]').first().waitFor();
        assert.equal(await page.locator('[data-seat]').count(), 13);
        await examine(page, 'presensi-luring');
    });

    await t.test('ten marks wait on the phone, also when it is opened again', async () => {
        for (const seat of seats.slice(0, 9)) await page.locator(`[data-seat="${seat}"]`).getByRole('button', { name: /^Hadir/ }).click();
        await page.locator(`[data-seat="${seats[9]}"]`).getByRole('button', { name: /^Tidak/ }).click();
        await page.locator('[data-standing][data-waiting="10"]').waitFor();
        await page.reload();
        await page.locator('[data-standing][data-waiting="10"]').waitFor();
        assert.match(await page.locator('[data-standing]').innerText(), /Tanpa sinyal.*10 catatan menunggu dikirim/);
        await examine(page, 'presensi-luring-menunggu');
        assert.equal(marksOf(city.data, session), 0);
    });

    await t.test('they are sent exactly once when the signal is back', async () => {
        const sent = page.waitForRequest('**/api/v1/sync');
        await page.context().setOffline(false);
        const envelope = JSON.parse((await sent).postData());
        await page.locator('[data-standing][data-waiting="0"]').waitFor();
        assert.equal(marksOf(city.data, session), 10);
        const again = await page.evaluate(async ({ body, csrf }) => (await fetch('/api/v1/sync', { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrf }, body })).json(),
            { body: JSON.stringify(envelope), csrf: (await (await page.request.get('/api/v1/offline/attendance')).json()).csrf });
        assert.deepEqual([...new Set(again.items.map(item => item.answer))], ['already']);
        assert.equal(marksOf(city.data, session), 10, 'a repeated sync changes nothing');
        const rows = await listed(page, `/pelatihan/${course}/presensi?format=json`);
        assert.equal(rows.filter(row => row.present === 1).length, 9);
    });

    await t.test('a mark that somebody else made otherwise shows both versions', async () => {
        await page.context().setOffline(true);
        await page.locator(`[data-seat="${seats[10]}"]`).getByRole('button', { name: /^Hadir/ }).click();
        await page.locator('[data-standing][data-waiting="1"]').waitFor();
        const other = await visitor(city, 'desk');
        await signIn(other, 'Pendamping');
        await other.goto(`/pelatihan/${course}/presensi/${session}`);
        await other.locator(`form:has(input[value="${seats[10]}"])`).getByRole('button', { name: /^Tidak/ }).click();
        await other.waitForLoadState();
        await other.context().close();
        await page.context().setOffline(false);
        const conflict = page.locator('[data-notes] section');
        await conflict.waitFor();
        assert.match(await conflict.innerText(), /Catatan Anda[\s\S]*hadir[\s\S]*Catatan di server[\s\S]*tidak hadir/);
        await examine(page, 'presensi-luring-beda');
        await conflict.getByRole('button', { name: 'Pakai catatan saya' }).click();
        assert.match(await conflict.innerText(), /Tulis alasan/);
        await conflict.locator('input').fill('datang terlambat');
        await conflict.getByRole('button', { name: 'Pakai catatan saya' }).click();
        await conflict.waitFor({ state: 'detached' });
        assert.equal(sql(city.data, `SELECT present FROM training_presence WHERE seat = '${seats[10]}'`)[0].present, 1);
        assert.equal(sql(city.data, 'SELECT id FROM operations_draft WHERE ended_at IS NULL').length, 0, 'the draft ended with it');
    });

    await t.test('any page says what waits on this phone, sends it, and asks before one signs out', async () => {
        await page.context().setOffline(true);
        await page.locator(`[data-seat="${seats[0]}"]`).getByRole('button', { name: /^Tidak/ }).click();
        await page.locator('[data-standing][data-waiting="1"]').waitFor();
        await page.route('**/api/v1/sync', route => route.abort());
        await page.context().setOffline(false);
        await page.goto('/menunggu');
        const note = page.locator('[data-outbox]');
        await note.waitFor();
        assert.equal(await note.innerText(), '1 catatan di ponsel ini menunggu dikirim');
        await examine(page, 'menunggu-kotak-keluar');
        await page.locator('.top summary').click();
        await page.locator('.top').getByRole('button', { name: 'Keluar' }).click();
        assert.match(await page.locator('dialog').innerText(), /1 catatan di ponsel ini belum terkirim/);
        await page.locator('dialog').getByRole('button', { name: 'Batal' }).click();
        await page.unroute('**/api/v1/sync');
        await page.goto('/kalender');
        await note.getByText('perlu Anda putuskan').waitFor();
    });

    await t.test('what was refused is a draft that is mended or given up, and the phone forgets it', async () => {
        await page.goto('/menunggu');
        await page.getByRole('link', { name: 'Buka draf' }).click();
        await page.locator('tbody a').first().waitFor();
        await examine(page, 'draf');
        await page.locator('tbody a').first().click();
        await page.waitForURL(/\/draf\/[0-9A-Z]{26}$/);
        await examine(page, 'draf-satu');
        await page.getByRole('button', { name: 'Kirim lagi' }).click();
        await page.locator('#galat').waitFor();
        await page.getByLabel(/Alasan/).fill('pulang sebelum mulai');
        await page.getByRole('button', { name: 'Kirim lagi' }).click();
        await page.waitForURL(url => !url.pathname.startsWith('/draf'));
        assert.equal(sql(city.data, `SELECT present FROM training_presence WHERE seat = '${seats[0]}'`)[0].present, 0);
        await page.goto('/offline/presensi');
        await page.locator('[data-standing][data-waiting="0"]').waitFor();
        await page.locator('[data-notes] section').waitFor({ state: 'detached' });
        await page.goto('/menunggu');
        await page.locator('[data-outbox]').waitFor({ state: 'hidden' });

        // Another one is given up on the server's page.
        await page.goto(`/offline/presensi#${session}`);
        await page.locator('[data-seat]').first().waitFor();
        await page.locator(`[data-seat="${seats[1]}"]`).getByRole('button', { name: /^Tidak/ }).click();
        await page.locator('[data-notes] section').waitFor();
        await page.goto('/draf');
        await page.locator('tbody a').first().click();
        await page.getByRole('button', { name: 'Buang draf' }).click();
        await page.locator('dialog').getByRole('button', { name: 'Ya, lanjut' }).click();
        await page.waitForURL(/\/draf$/);
        assert.equal(sql(city.data, `SELECT present FROM training_presence WHERE seat = '${seats[1]}'`)[0].present, 1, 'the mark of before stands');
        await page.goto(`/offline/presensi#${session}`);
        await page.locator('[data-seat]').first().waitFor();
        await page.locator('[data-notes] section').waitFor({ state: 'detached' });
    });

    await t.test('two phones that mark the same person alike agree; a meeting that was moved and a wrong clock lose nothing', async () => {
        const other = await visitor(city, 'phone');
        await signIn(other, 'Pendamping');
        await other.goto(`/pelatihan/${course}/presensi/${session}`);
        await ready(other);
        await other.goto(`/offline/presensi#${session}`);
        await page.goto(`/offline/presensi#${session}`);
        await Promise.all([page, other].map(each => each.locator('[data-seat]').first().waitFor()));
        await page.context().setOffline(true);
        await other.context().setOffline(true);
        for (const each of [page, other]) {
            await each.locator(`[data-seat="${seats[12]}"]`).getByRole('button', { name: /^Hadir/ }).click();
            await each.locator('[data-standing][data-waiting="1"]').waitFor();
        }
        await page.context().setOffline(false);
        await page.locator('[data-standing][data-waiting="0"]').waitFor();
        await other.context().setOffline(false);
        await other.locator('[data-standing][data-waiting="0"]').waitFor();
        assert.equal(await other.locator('[data-notes] section').count(), 0, 'the same mark is no conflict');
        assert.equal(sql(city.data, `SELECT count(*) AS n FROM training_mark WHERE seat = '${seats[12]}'`)[0].n, 1);

        // Meanwhile the meeting was moved to a later day: the server says so, in its words and not as another's mark.
        await other.context().setOffline(true);
        await other.locator(`[data-seat="${seats[12]}"]`).getByRole('button', { name: /^Tidak/ }).click();
        await other.locator('[data-standing][data-waiting="1"]').waitFor();
        sql(city.data, `UPDATE training_session SET on_date = '2024-10-25' WHERE id = '${session}'`);
        await other.context().setOffline(false);
        const told = other.locator('[data-notes] section');
        await told.waitFor();
        assert.match(await told.innerText(), /Belum bisa diterima[\s\S]*25/);
        assert.doesNotMatch(await told.innerText(), /Catatan di server/);
        await examine(other, 'presensi-luring-pindah');
        sql(city.data, `UPDATE training_session SET on_date = '2024-10-15' WHERE id = '${session}'`);

        // A phone whose battery was empty starts in another year: it still takes marks, and says so.
        await other.addInitScript(() => { const real = Date.now; Date.now = () => real() - 9 * 365 * 24 * 3600 * 1000; });
        await other.context().setOffline(true);
        await other.reload();
        await other.locator('[data-seat]').first().waitFor();
        await other.getByText('Jam ponsel ini tampaknya keliru').waitFor();
        assert.ok(await other.locator('[data-seat] button').first().isEnabled());
        await other.context().close();
    });

    await t.test('the screen without a signal speaks the language of the pages', async () => {
        await page.goto('/bahasa/en?kembali=/menunggu');
        await page.context().setOffline(true);
        await page.goto('/offline/presensi', { waitUntil: 'commit' });
        await page.waitForFunction(() => document.documentElement.lang === 'en');
        await page.locator('[data-view] .lines a').first().waitFor();
        assert.match(await page.locator('[data-standing]').innerText(), /signal/i);
        await page.context().setOffline(false);
        await page.goto('/bahasa/id?kembali=/menunggu');
        await page.goto('/offline/presensi', { waitUntil: 'commit' });
        await page.waitForFunction(() => document.documentElement.lang === 'id');
        await page.locator('[data-view] .lines a').first().click();
        await page.locator('[data-seat]').first().waitFor();
    });

    await t.test('another on the same phone neither sees nor sends it', async () => {
        const before = marksOf(city.data, session);
        await page.context().setOffline(true);
        await page.locator(`[data-seat="${seats[11]}"]`).getByRole('button', { name: /^Hadir/ }).click();
        await page.locator('[data-standing][data-waiting="1"]').waitFor();
        await page.context().clearCookies(); // the session ended
        await page.context().setOffline(false);
        await page.locator('[data-notes] a[href^="/masuk"]').waitFor();
        assert.match(await page.locator('[data-standing]').innerText(), /1 catatan menunggu/, 'a session that ended loses nothing');
        await signIn(page, 'Lurah');
        await page.goto('/offline/presensi');
        await page.locator('[data-standing][data-waiting="0"]').waitFor();
        assert.equal(await page.locator('[data-seat], [data-view] .lines a').count(), 0);
        assert.equal(marksOf(city.data, session), before);
        await signIn(page, 'Pendamping');
        await page.goto('/offline/presensi');
        await page.locator('[data-standing][data-waiting="0"]').waitFor();
        await page.waitForFunction(() => document.querySelector('[data-view] .lines a'));
        assert.equal(marksOf(city.data, session), before + 1, 'sent by whose it is');
    });

    await t.test('a participant marks nothing from home, sees the own slip and disputes', async () => {
        await page.goto(`/pelatihan/${course}/slip`);
        await page.getByRole('button', { name: 'Buat slip' }).click();
        await examine(page, 'slip-peserta');
        const pdf = await page.request.get(`/pelatihan/${course}/slip.pdf`);
        assert.equal(pdf.headers()['content-type'], 'application/pdf');
        const text = spawnSync('pdftotext', ['-layout', '-', '-'], { input: await pdf.body(), encoding: 'utf8' }).stdout;
        const code = text.match(/[0-9A-Z]{4}-[0-9A-Z]{4}/)[0];
        const scan = await page.locator('main').count() && await page.goto(`/pelatihan/${course}/presensi/${session}/qr`) && await page.locator('.qr svg').count();
        assert.equal(scan, 1);
        await examine(page, 'presensi-qr');
        const visitorPage = await visitor(city, 'phone');
        await visitorPage.goto('/s');
        await visitorPage.getByLabel('Kode di slip Anda').fill(code.toLowerCase());
        await visitorPage.getByRole('button', { name: 'Buka' }).click();
        await visitorPage.getByRole('heading', { name: 'Presensi Anda' }).waitFor();
        await examine(visitorPage, 'slip-sendiri');
        await visitorPage.getByRole('link', { name: /Ini keliru/ }).click();
        await visitorPage.getByLabel('Ceritakan').fill('Saya tidak di sana hari itu, saya di rumah.');
        await examine(visitorPage, 'slip-keberatan');
        await visitorPage.getByRole('button', { name: 'Kirim keberatan' }).click();
        await visitorPage.getByText('Menunggu keputusan kelurahan').waitFor();
        const lurah = await visitor(city, 'desk');
        await signIn(lurah, 'Lurah');
        await lurah.goto('/keberatan');
        await examine(lurah, 'keberatan-daftar');
        await lurah.locator('tbody a').first().click();
        await examine(lurah, 'keberatan');
        await lurah.getByLabel('Tolak').check();
        await lurah.getByLabel('Alasan').fill('Ada di foto kegiatan.');
        await lurah.getByRole('button', { name: 'Putuskan' }).click();
        await visitorPage.reload();
        await visitorPage.getByText('Ada di foto kegiatan.').waitFor();
    });
});

after(closeBrowser);
