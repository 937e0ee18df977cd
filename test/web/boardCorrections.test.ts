/** Entries put right and taken back on a participant's page, and one that cannot be, as a later one hangs on it. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { wholeJourney } from '../../client/stories.ts';
import { addDays } from '../../workflows/policy/calendar.ts';
import { axeViolations, pageErrors } from '../support/browser.ts';
import { enter, entriesOf, preview, today, told, toPreview, usePlace } from '../support/participantPage.ts';

const place = usePlace();
const { journeyOf, open } = place;

/** An entry of the journal by what it is called. */
const entry = (page: Page, text: string) =>
  page.getByRole('list', { name: 'Verlauf' }).getByRole('listitem').filter({ hasText: text }).first();

test('corrects the day of an entry, which moves what hangs on it, and keeps the old one struck through', async () => {
  const journey = await journeyOf(wholeJourney, 60);
  const page = await open(journey, { rest: '#journal' });
  await entry(page, 'Reflexionsgespräch geführt')
    .getByRole('link', { name: /Berichtigen/ })
    .click();
  const form = page.getByRole('form', { name: 'Reflexionsgespräch geführt' });
  // What the entry says stands in its form.
  expect(await form.getByLabel('Teilnehmende Person').isChecked()).toBe(true);
  const day = form.getByRole('group', { name: 'Wann war das?' }).getByLabel('Tag');
  const before = await day.inputValue();
  expect(before < today).toBe(true);
  await day.fill(addDays(before, -3));
  await page.getByRole('button', { name: 'Weiter zur Vorschau' }).click();
  await form.getByText('Bitte ausfüllen.').waitFor();
  await form.getByLabel('Warum?').selectOption({ label: 'Beim Eintragen vertippt oder verwechselt' });
  await form.getByLabel(/Mehr dazu/).fill('Es war schon am Tag davor.');
  await toPreview(page);
  await preview(page)
    .getByText(/Reflexionsgespräch fällig: .* statt /)
    .waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await preview(page).getByRole('button', { name: 'Eintragen', exact: true }).click();
  await told(page, 'Eingetragen: Reflexionsgespräch geführt');
  await entry(page, 'Es war schon am Tag davor.')
    .getByRole('link', { name: /Berichtigt Nr\. \d+/ })
    .click();
  const old = page.locator('[id^=entry-][aria-current]');
  await old.getByText(/Berichtigt durch Nr\. \d+/).waitFor();
  expect(await old.locator('s').innerText()).toBe('Reflexionsgespräch geführt');
  expect(await axeViolations(page)).toEqual([]);
  expect(pageErrors.get(page)).toEqual([]);
});

test('takes an entry back with a reason, after a preview that can be cancelled', async () => {
  const journey = await journeyOf(wholeJourney, 300);
  const page = await open(journey, { rest: '?do=conflict.raised#journal' });
  await page.getByLabel('teilnehmende Person und Ausbilder:in').check();
  await enter(page);
  const before = await entriesOf(place, journey);
  await entry(page, 'Konflikt gemeldet')
    .getByRole('link', { name: /Zurücknehmen/ })
    .click();
  const form = page.getByRole('form', { name: /zurücknehmen: Konflikt gemeldet/ });
  await form.getByLabel('Warum?').selectOption({ label: 'Hat so nicht stattgefunden' });
  await toPreview(page);
  await preview(page).getByText('Wird zurückgenommen').waitFor();
  await preview(page).getByRole('button', { name: 'Abbrechen' }).click();
  expect(await entriesOf(place, journey)).toBe(before);
  await enter(page);
  await page
    .getByRole('status', { name: 'Meldungen' })
    .getByText(/Nr\. \d+ zurücknehmen/)
    .waitFor();
  const taken = entry(page, 'Zurückgenommen durch Nr.');
  expect(await taken.locator('s').innerText()).toBe('Konflikt gemeldet');
  await page.getByText('Hat so nicht stattgefunden').waitFor();
  expect(await page.locator('.participant-head').getByText('1. Konflikt').count()).toBe(0);
});

test('refuses to take back what a later entry hangs on, and leads to that entry', async () => {
  const journey = await journeyOf(wholeJourney, 120);
  const page = await open(journey, { rest: '#journal', size: 'phone' });
  await entry(page, 'Praktikum geplant')
    .getByRole('link', { name: /Zurücknehmen/ })
    .click();
  const form = page.getByRole('form', { name: /zurücknehmen: Praktikum geplant/ });
  await form.getByLabel('Warum?').selectOption({ label: 'Hat so nicht stattgefunden' });
  await page.getByRole('button', { name: 'Weiter zur Vorschau' }).click();
  await form.getByText(/Eintrag \d+ \(Praktikum begonnen, .*\) würde unmöglich/).waitFor();
  expect(await preview(page).count()).toBe(0);
  expect(await axeViolations(page)).toEqual([]);
  await form.getByRole('link', { name: /Zu Eintrag Nr\. \d+/ }).click();
  const named = page.locator('[id^=entry-][aria-current]');
  await named.getByText('Praktikum begonnen', { exact: true }).waitFor();
  expect(await page.getByRole('form', { name: /zurücknehmen/ }).count()).toBe(0);
});
