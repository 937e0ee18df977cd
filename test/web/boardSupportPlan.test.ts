/** A participant's support plan, notes and papers: a contact in seconds, a note, a paper as a file; what others than case workers read. */
import { expect, test } from 'vitest';
import { type Step, wholeJourney } from '../../client/stories.ts';
import { addDays } from '../../workflows/policy/calendar.ts';
import { axeViolations, pageErrors } from '../support/browser.ts';
import { enter, entriesOf, isFocused, section, today, told, usePlace } from '../support/participantPage.ts';

const place = usePlace();
const { journeyOf, open } = place;

test('takes down a contact with a task to try again in one line, and the focus comes back', async () => {
  const journey = await journeyOf(wholeJourney, 60);
  const before = await entriesOf(place, journey);
  const page = await open(journey, { rest: '#plan', size: 'phone' });
  const form = page.getByRole('form', { name: 'Kontakt eintragen' });
  await form.getByLabel('erreicht').uncheck();
  await form.getByLabel(/Wieder versuchen/).fill(addDays(today, 4));
  await form.getByLabel(/Worum ging es/).fill('nicht erreicht, Dienstag wieder versuchen');
  await page.keyboard.press('Enter');
  await told(page, 'Kontakt und Aufgabe eingetragen');
  expect(await entriesOf(place, journey)).toBe(before + 2);
  const text = form.getByLabel(/Worum ging es/);
  expect(await text.inputValue()).toBe('');
  expect(await isFocused(text)).toBe(true);
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Dienstag wieder versuchen' })
    .getByText('nicht erreicht', { exact: true })
    .waitFor();
  await page.getByRole('link', { name: /Aufgabe erledigt.*nicht erreicht/ }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
});

test('keeps a note, makes a paper and hands it over as a file', async () => {
  const journey = await journeyOf(wholeJourney, 120);
  const page = await open(journey, { rest: '#notes' });
  await page.getByRole('textbox', { name: 'Neue Notiz' }).fill('Mag Holz lieber als Metall.');
  await page.getByRole('button', { name: 'Notiz festhalten' }).click();
  await page.getByRole('listitem').getByText('Mag Holz lieber als Metall.').waitFor();
  await section(page, 'Dokumente');
  await page.getByLabel('Neues Dokument').selectOption('luv/preparationProgress');
  await page.getByRole('button', { name: 'Dokument erstellen' }).click();
  const link = page.getByRole('link', { name: /Herunterladen/ });
  await link.waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const file = await download.createReadStream();
  const [first] = await file.take(1).toArray();
  expect(String(first).slice(0, 5)).toBe('%PDF-');
  expect(await axeViolations(page)).toEqual([]);
});

test('shows data protection everything, and lets them do nothing but hold the erasure', async () => {
  const journey = await journeyOf(wholeJourney, 60);
  const page = await open(journey, { as: 'd-1' });
  const next = page.getByRole('region', { name: 'Ende der Begleitung' });
  expect(await next.getByRole('link').allInnerTexts()).toEqual(['Löschung ausgesetzt']);
  await section(page, 'Verlauf');
  await page.getByRole('list', { name: 'Verlauf' }).getByText('Aufgenommen', { exact: true }).waitFor();
  expect(await page.getByRole('link', { name: /Berichtigen|Zurücknehmen/ }).count()).toBe(0);
  await section(page, 'Dokumente');
  await page.getByText('Noch wurde kein Dokument erstellt.').waitFor();
  expect(await page.getByRole('button', { name: 'Dokument erstellen' }).count()).toBe(0);
  expect(pageErrors.get(page)).toEqual([]);
});

test('shows who gives lessons the lessons, and no empty shells of the rest', async () => {
  const supported = (start: string): Step[] => [
    ...wholeJourney(start),
    [30, { type: 'learningSupport.requested', subject: 'maths' }],
    [33, { type: 'learningSupport.started', supporter: 'u-1' }],
  ];
  const journey = await journeyOf((start) => supported(start).sort(([a], [b]) => a - b), 60);
  const page = await open(journey, { as: 'u-1', lang: 'en', size: 'phone' });
  await page.getByText('Learning support in: maths').waitFor();
  expect(await page.getByRole('tab').count()).toBe(0);
  expect(await page.getByText('Conflict').count()).toBe(0);
  await page.getByRole('link', { name: 'Lesson given' }).first().click();
  await page.getByLabel(/Minutes/).fill('45');
  await enter(page, 'en');
  await told(page, 'Entered: Lesson given');
  await page.getByRole('list', { name: 'Journal' }).getByText('Lesson given', { exact: true }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
});
