import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answers, buildParts, openParts } from '../support/boardParts.ts';
import { axeViolations, launchBrowser, newPage, pageErrors } from '../support/browser.ts';

let browser: Browser;
let folder: string;
beforeAll(async () => {
  [folder, browser] = await Promise.all([buildParts(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

const place = (label: string) => ({
  path: 'phase',
  region: { de: 'Phase', en: 'Phase' },
  label: { de: label, en: label },
  since: '2026-11-25T10:00:00.000Z',
});
const deadline = (label: string, dueOn: string) => ({
  key: 'probationEnd',
  label: { de: label, en: label },
  dueOn,
  at: `${dueOn}T11:00:00.000Z`,
  source: '',
});
const change = (op: string, kind: string, params: object) => ({
  ...{ op, kind, params, key: `${kind}/${op}` },
  ...{ at: '2026-11-25T10:00:00.000Z', late: true },
});

const preview = {
  changes: [
    change('make', 'reflectionMeeting', {
      dueOn: '2026-12-23',
      attendees: ['participant', 'caseWorker', 'trainer'],
    }),
    change('withdraw', 'reminder', {
      topic: 'contractRegistration',
      to: ['caseWorker'],
      dueOn: '2026-11-20',
    }),
  ],
  difference: {
    left: [place('Vertrag geschlossen')],
    entered: [place('Probezeit')],
    gained: Array.from({ length: 8 }, (_, at) => deadline(`LuV ${at + 1}`, `2026-12-0${at + 1}`)),
    lost: [deadline('Ende der Vorphase', '2027-01-31')],
    moved: [{ ...deadline('Ende der Probezeit', '2027-03-31'), from: '2027-02-28' }],
  },
  people: [{ role: 'participant', id: 't-1', name: 'Beispiel Teilnehmerin' }],
  view: { phase: 'training', attention: 'none' },
};
const told = { seqs: [7], changes: [], view: {} };
const at = '/api/journeys/p-100';
const answers: Answers = { [`POST ${at}/preview`]: preview, [`POST ${at}/commands`]: told };

const toPreview = (page: Page) => page.getByRole('button', { name: 'Weiter zur Vorschau' });
const enter = (page: Page) => page.getByRole('button', { name: 'Eintragen', exact: true });

async function open(part: string, given: Answers = answers, size: 'desktop' | 'phone' = 'desktop') {
  const page = await newPage(browser, size);
  return { page, sent: await openParts(page, folder, part, given) };
}

const refused = {
  ...{ type: 'urn:wegbegleiter:problem:invalid-field', title: 'So geht es nicht', status: 400 },
  code: 'invalid-field',
  reasons: [
    {
      ...{ code: 'rule', field: 'statements.0.event.firstDay' },
      ...{
        text: '',
        de: 'Der erste Tag liegt vor dem Vertrag.',
        en: 'The first day lies before the contract.',
      },
    },
  ],
};

describe('before anything is entered', () => {
  test.each(['desktop', 'phone'] as const)('what it would do is said in words (%s)', async (size) => {
    const { page, sent } = await open('tell/training.started', answers, size);
    await toPreview(page).click();
    const dialog = page.getByRole('dialog', { name: 'Vorschau: das geschieht' });
    await dialog.waitFor();
    const text = (await dialog.innerText()).replaceAll(/\s+/g, ' ');
    for (const part of [
      'Erster Ausbildungstag bestätigt – Noch ist nichts eingetragen.',
      'um den 23.12.2026 an Teilnehmende Person (Beispiel Teilnehmerin), Ausbildungsbegleitung, Ausbilder:in',
      'Wird zurückgenommen Nachricht »',
      'Beginnt Phase: Probezeit',
      'Endet Phase: Vertrag geschlossen',
      'LuV 6: 06.12.2026 und 2 weitere',
      'Ende der Probezeit: 31.03.2027 statt 28.02.2027',
      'Ende der Vorphase: 31.01.2027',
    ]) {
      expect(text).toContain(part);
    }
    expect(await axeViolations(page)).toEqual([]);
    await expect.poll(() => enter(page).isVisible()).toBe(true);
    expect(sent.map(({ path }) => path)).toEqual([`${at}/preview`]);
    await page.context().close();
  });

  test('it can be cancelled, by Escape too, and the focus is back where it was', async () => {
    const { page, sent } = await open('tell/training.started');
    await toPreview(page).press('Enter');
    await enter(page).waitFor();
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H2');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Weiter zur Vorschau');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Abbrechen' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(sent.map(({ path }) => path)).toEqual([`${at}/preview`, `${at}/preview`]);
    await page.context().close();
  });

  test('a reason of the server stands at its field and on top', async () => {
    const { page } = await open('tell/training.started', { [`POST ${at}/preview`]: refused });
    await toPreview(page).click();
    const summary = page.getByRole('form').getByRole('alert');
    await summary.waitFor();
    expect(await summary.innerText()).toContain('So geht es nicht');
    await summary.getByRole('link', { name: 'Der erste Tag liegt vor dem Vertrag.' }).click();
    const field = page.getByLabel('Erster Ausbildungstag (freiwillig)');
    expect(await field.evaluate((input) => input.matches(':focus'))).toBe(true);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await axeViolations(page)).toEqual([]);
    await page.context().close();
  });
});

test('what was lost on the way is sent again under the same key, and its result is said', async () => {
  let attempts = 0;
  const shaky = { ...answers, [`POST ${at}/commands`]: () => (attempts++ === 0 ? 'no connection' : told) };
  const { page, sent } = await open('tell/training.started', shaky);
  await toPreview(page).click();
  await enter(page).click();
  await page.getByRole('dialog').getByText('Keine Verbindung').waitFor();
  await enter(page).click();
  await page.getByRole('status').getByText('Eingetragen: Erster Ausbildungstag bestätigt').waitFor();
  const [, first, second] = sent;
  expect(first?.key).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/);
  expect(second).toEqual(first);
  await page.context().close();
});

test('a note is kept first, once it is entered and not before, and named in the entry', async () => {
  const withNotes = { ...answers, [`POST ${at}/notes`]: { id: 'n-1' } };
  const { page, sent } = await open('tell/task.set', withNotes);
  await page.getByLabel('Was ist zu tun?').fill('Kammer anrufen');
  await page.getByLabel('Fällig am').fill('2026-12-01');
  await toPreview(page).click();
  await enter(page).click();
  await page.getByRole('status').getByText('Eingetragen').waitFor();
  expect(sent.map(({ path, body }) => [path, JSON.stringify(body).includes('Kammer anrufen')])).toEqual([
    [`${at}/preview`, false],
    [`${at}/notes`, true],
    [`${at}/commands`, false],
  ]);
  expect(sent[2]?.body).toMatchObject({ statements: [{ event: { type: 'task.set', task: 'n-1' } }] });
  await page.context().close();
});

describe('the small parts', () => {
  const looks = (['desktop', 'phone'] as const).flatMap((size) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ size, colorScheme })),
  );

  test.each(looks)('break no rule of accessibility ($size, $colorScheme)', async ({ size, colorScheme }) => {
    const page = await newPage(browser, size, { colorScheme });
    await openParts(page, folder, 'gallery');
    await page.getByRole('button', { name: 'Melden' }).click();
    await page.getByRole('status').getByText('Eingetragen').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Als Tabelle' }).click();
    await page.getByRole('table', { name: 'Begleitungen nach Phase' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    const width = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    expect(width).toBeLessThanOrEqual(0);
    expect(pageErrors.get(page)).toEqual([]);
    await page.context().close();
  });

  test('are used by keyboard: tabs by arrows, a table sorted from its head', async () => {
    const { page } = await open('gallery');
    await page.getByRole('tab', { name: 'Eins' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tabpanel', { name: 'Zwei' }).waitFor();
    await page.keyboard.press('End');
    await page.getByRole('tabpanel', { name: 'Drei' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('tabpanel');
    await page.getByRole('button', { name: 'Anzahl' }).press('Enter');
    const head = page.getByRole('columnheader', { name: 'Anzahl' });
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    await page.context().close();
  });
});
