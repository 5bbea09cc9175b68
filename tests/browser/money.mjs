// Hands of the journeys through money: the books of a group, forms that must be taken, a group with its second tranche.
import assert from 'node:assert/strict';
import { listed, press, run, signIn, visitor } from './support.mjs';

export const year = 2024;
export const today = '2024-10-15';
export const photo = { name: 'nota.png', mimeType: 'image/png',
    buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') };

export const rupiah = text => Number(text.replace(/[^\d-]/g, ''));

/// What the group's page says of its money.
export async function books(page, pokmas) {
    await page.goto(`/kas/${pokmas}`);
    return page.locator('dl.stats').first().evaluate(list => Object.fromEntries([...list.children].map(each => [each.querySelector('dt').innerText.toLowerCase(),
        Number(each.querySelector('dd').innerText.replace(/\D/g, ''))])));
}

export async function fill(page, values) {
    for (const [name, value] of Object.entries(values)) {
        const field = page.locator(`main [name="${name}"]`);
        const kind = await field.first().evaluate(input => input.type === 'radio' || input.type === 'checkbox' ? 'tick' : input.tagName.toLowerCase());
        if (kind === 'tick') await page.locator(`main [name="${name}"][value="${value}"]`).check();
        else if (kind === 'select') await field.selectOption(value);
        else await field.fill(String(value));
    }
}

/// A form of its own page: filled, sent, taken. What it says instead ends the journey.
export async function send(page, path, button, values) {
    await page.goto(path);
    await fill(page, values);
    const answered = page.waitForResponse(answer => answer.request().method() === 'POST');
    await press(page, button);
    const status = (await answered).status();
    await page.waitForLoadState();
    assert.equal(status, 303, `${path} answers ${status}: ${status === 303 ? '' : await page.locator('main').innerText()}`);
}

export async function as(city, office, work) {
    const page = await visitor(city, 'phone');
    await signIn(page, office);
    const result = await work(page);
    await page.context().close();
    return result;
}

/// The group stands in its first tranche: what is late is accepted, its taxes are paid, the second tranche is approved and ordered.
export async function ready(city, first = () => {}) {
    const page = await visitor(city, 'phone');
    await signIn(page, 'Bendahara pokmas');
    const group = (await listed(page, '/pokmas?format=json'))[0];
    const late = await listed(page, `/belanja?tahun=${year}&format=json&keadaan=goods_ok`);
    await page.goto(`/kas/${group.id}/pajak`);
    const taxes = await page.locator('input[name^="taxes."][name$=".key"]').evaluateAll(keys => keys.map(key => ({ key: key.value,
        amount: document.querySelector(`[name="${key.name.replace('key', 'amount')}"]`).closest('.field').innerText.match(/Rp([\d.]+\d)/)[1] })));
    await page.context().close();
    const isCity = tax => tax.key.startsWith('pbjt');
    let tranche;
    await city.offline(data => {
        first(data);
        for (const one of late) {
            run(data, 'spending.check', 'sekkel', { expense: one.id });
            run(data, 'spending.accept', 'pptk', { expense: one.id });
        }
        for (const [numbers, some] of [[{ ntpn: '0123456789ABCDEF' }, taxes.filter(tax => !isCity(tax))], [{ ntpd: 'NTPD-2024-000017' }, taxes.filter(isCity)]])
            if (some.length) run(data, 'spending.pay_tax', 'pokmas_bendahara', { pokmas: group.id, taxes: some, from: 'bank', on: today, ...numbers });
        tranche = run(data, 'payout.request_tranche', 'pokmas_bendahara', { pokmas: group.id, year, number: 2 }).id;
        run(data, 'payout.verify', 'sekkel', { tranche });
        run(data, 'payout.approve', 'lurah', { tranche });
    });
    return { pokmas: group.id, tranche };
}

/// The same, and the money of the second tranche has arrived.
export async function paid(city) {
    const { pokmas, tranche } = await ready(city);
    await city.offline(data => {
        run(data, 'payout.issue_spp', 'bendahara_kelurahan', { tranche });
        run(data, 'payout.record_sp2d', 'bkd', { tranche, number: 'SP2D/9/2024', date: today });
        run(data, 'payout.confirm', 'pokmas_bendahara', { tranche, date: today, amount: 75_000_000 });
    });
    return pokmas;
}

/// One expense through its form and to where the PPTK decides; its page.
export async function spend(city, receipt, values) {
    const path = await as(city, 'Bendahara pokmas', async page => {
        await page.goto('/belanja/baru');
        await page.goto(await page.locator('main a.choice').first().getAttribute('href'));
        for (const paper of ['nota', 'kuitansi', 'foto_barang']) await page.locator(`#f-_paper_${paper}`).setInputFiles({ ...photo, name: `${paper}.png` });
        await page.locator('input[name=line]').nth(1).check();
        await fill(page, { supplier_name: 'Toko Barokah', receipt, description: 'Semen', ...values });
        await page.locator('input[name=submit]').check();
        await press(page, 'Simpan');
        await Promise.race([page.waitForURL(/\/belanja\/[0-9A-Z]{26}$/), page.locator('.errors, .refusal').first().waitFor()]);
        assert.match(page.url(), /\/belanja\/[0-9A-Z]{26}$/, await page.locator('main').innerText());
        return new URL(page.url()).pathname;
    });
    for (const [office, button] of [['Pengawas pokmas', 'Barang sesuai'], ['Sekretaris kelurahan', 'Nota sesuai']])
        await as(city, office, async page => {
            await page.goto(path);
            await press(page, button);
            await page.waitForLoadState();
        });
    return path;
}
