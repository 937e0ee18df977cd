import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeEvents } from '../../workflows/journal/describe.ts';
import { catalogue } from '../../workflows/journal/events.ts';
import { buildParts, openParts } from '../support/boardParts.ts';
import { axeViolations, launchBrowser, newPage, pageErrors } from '../support/browser.ts';
import { fillForm, formFields, readAloud } from '../support/fillForm.ts';

let browser: Browser;
let folder: string;
beforeAll(async () => {
  [folder, browser] = await Promise.all([buildParts(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

const submit = (page: Page) => page.getByRole('button', { name: 'Weiter zur Vorschau' });

interface Said {
  readonly statement: { readonly event: { readonly type: string }; readonly [field: string]: unknown };
}

async function said(page: Page): Promise<Said> {
  return JSON.parse((await page.locator('[data-said]').getAttribute('data-said')) ?? '') as Said;
}

describe('a form of every event', () => {
  const events = describeEvents();
  type Event = (typeof events)[number];

  async function forEach(work: (page: Page, event: Event) => Promise<void>): Promise<void> {
    const page = await newPage(browser);
    await openParts(page, folder, 'form/none');
    for (const event of events) {
      await page.evaluate(`location.hash = 'form/${event.type}'`);
      await page.getByRole('form', { name: event.label.de, exact: true }).waitFor();
      await work(page, event);
    }
    expect(pageErrors.get(page)).toEqual([]);
    await page.context().close();
  }
  const ownFields = (event: Event) => formFields(event).filter(({ path }) => !path.includes('.'));

  test('names and explains each field, and breaks no rule of accessibility', () =>
    forEach(async (page, event) => {
      const heard = await readAloud(page, event);
      for (const { path, words } of ownFields(event)) {
        expect(heard[path]?.name, `${event.type} ${path}`).toContain(words.label.de);
        if (words.help) expect(heard[path]?.help, `${event.type} ${path}`).toContain(words.help.de);
      }
      expect(await axeViolations(page, 'form'), event.type).toEqual([]);
    }));

  test('says which fields are missing, and leads there', () =>
    forEach(async (page, event) => {
      const missing = ownFields(event).filter(({ isRequired }) => isRequired);
      await submit(page).click();
      if (missing.length === 0) {
        expect(await said(page), event.type).toMatchObject({ statement: { event: { type: event.type } } });
        return;
      }
      const summary = page.getByRole('form').getByRole('alert');
      await summary.waitFor();
      expect(await summary.evaluate((box) => box.matches(':focus')), event.type).toBe(true);
      expect(await summary.getByRole('link').allTextContents(), event.type).toEqual(
        missing.map(({ words }) => `${words.label.de}: Bitte ausfüllen.`),
      );
      await summary.getByRole('link').first().click();
      const focused = await page.evaluate<string>('document.activeElement.id');
      expect(focused.endsWith(`_-${missing[0]?.path}`), `${event.type} ${focused}`).toBe(true);
    }));

  test('says what its fields hold, as the journal takes it', () =>
    forEach(async (page, event) => {
      const fields = await fillForm(page, event);
      await submit(page).click();
      const { type, ...inner } = (await said(page)).statement.event;
      expect(inner, event.type).toEqual(fields);
      expect(type).toBe(event.type);
      expect(catalogue[event.type].fields.safeParse(inner).error, event.type).toBeUndefined();
    }));
});

describe('when it happened', () => {
  const open = async (): Promise<Page> => {
    const page = await newPage(browser);
    await openParts(page, folder, 'form/placement.started');
    await submit(page).waitFor();
    return page;
  };

  test('is left to the journal where nobody says otherwise', async () => {
    const page = await open();
    await submit(page).click();
    expect((await said(page)).statement).toEqual({ event: { type: 'placement.started' }, as: 'caseWorker' });
    await page.context().close();
  });

  test('is an earlier day, or a time of the clock in Germany', async () => {
    const page = await open();
    await page.getByLabel('Tag').fill('2026-10-01');
    await submit(page).click();
    expect((await said(page)).statement).toMatchObject({ effectiveAt: '2026-10-01' });
    await page.getByLabel('Uhrzeit').fill('09:15');
    await submit(page).click();
    expect((await said(page)).statement).toMatchObject({ effectiveAt: '2026-10-01T07:15:00.000Z' });
    await page.context().close();
  });

  test('is never later than now', async () => {
    const page = await open();
    for (const [day, time] of [
      ['2026-11-26', ''],
      ['2026-11-25', '12:01'],
    ] as const) {
      await page.getByLabel('Tag').fill(day);
      await page.getByLabel('Uhrzeit').fill(time);
      await submit(page).click();
      const summary = page.getByRole('alert');
      expect(await summary.textContent(), `${day} ${time}`).toContain('in der Zukunft');
    }
    await page.context().close();
  });
});

test('a form is filled by keyboard alone, in English', async () => {
  const page = await newPage(browser);
  await openParts(page, folder, 'form/contact.recorded');
  await page.getByRole('button', { name: 'English' }).press('Enter');
  expect(await page.evaluate('document.documentElement.lang')).toBe('en');
  const keys = async (...pressed: string[]): Promise<void> => {
    for (const key of pressed) await page.keyboard.press(key);
  };
  await keys('Tab', 'ArrowDown', 'Tab', 'ArrowDown', 'Tab');
  await page.keyboard.type('10');
  await keys('Tab', 'ArrowDown');
  // Past day, month, year and the calendar's button, hour and minute, to the roles; the first one is chosen.
  await page.getByRole('radio', { name: 'Case worker' }).last().focus();
  await keys('ArrowDown', 'Tab', 'Enter');
  expect((await said(page)).statement).toEqual({
    event: { type: 'contact.recorded', with: 'participant', how: 'phone', minutes: 10, reached: false },
    as: 'teamLead',
  });
  await page.context().close();
});
