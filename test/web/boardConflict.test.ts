/** A conflict on a participant's page: raised, its ladder, de-escalated, resolved; on the phone and in both languages. */
import { expect, test } from 'vitest';
import { wholeJourney } from '../../client/stories.ts';
import { axeViolations, pageErrors } from '../support/browser.ts';
import { enter, preview, told, toPreview, usePlace } from '../support/participantPage.ts';

const { journeyOf, open } = usePlace();

test('raises a conflict, climbs and comes down its ladder, and resolves it', async () => {
  const journey = await journeyOf(wholeJourney, 300);
  const page = await open(journey, { rest: '#conflict', dark: true });
  await page.getByText('Es ist kein Konflikt gemeldet.').waitFor();
  await page.getByRole('link', { name: 'Konflikt gemeldet' }).click();
  await page.getByLabel('teilnehmende Person und Ausbilder:in').check();
  await toPreview(page);
  // Who is told, and until when they are waited for.
  await preview(page)
    .getByText(/Nachricht zum 1. Konflikt, Antwort bis .*, an /)
    .waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await preview(page).getByRole('button', { name: 'Eintragen', exact: true }).click();
  await told(page, 'Eingetragen: Konflikt gemeldet');
  const ladder = page.getByRole('list', { name: /Konfliktleiter/ });
  const rung = ladder.locator('[aria-current=step]');
  await rung.getByText('Gespräch der Beteiligten').waitFor();
  await page.getByText(/Ohne neuen Eintrag geht es eine Stufe weiter nach dem/).waitFor();
  expect(await axeViolations(page)).toEqual([]);

  await page.getByRole('link', { name: 'Vermittlung durch die Begleitung begonnen' }).click();
  await enter(page);
  await rung.getByText('Vermittlung durch die Ausbildungsbegleitung').waitFor();

  await page.getByRole('link', { name: 'Konflikt entschärft' }).click();
  await page.getByLabel('Gespräch der Beteiligten').check();
  await enter(page);
  await rung.getByText('Gespräch der Beteiligten').waitFor();

  await page.getByRole('link', { name: 'Konflikt gelöst' }).click();
  await enter(page);
  await page.getByText('Zurzeit ist kein Konflikt offen; bisher gab es 1.').waitFor();
  expect(pageErrors.get(page)).toEqual([]);
});

test('shows in English on the phone where a conflict stands, that silence moved it there, and what may be done', async () => {
  const journey = await journeyOf(wholeJourney, 432);
  const page = await open(journey, { rest: '#conflict', size: 'phone', lang: 'en' });
  const ladder = page.getByRole('list', { name: 'Conflict ladder, from its lowest rung' });
  expect(await ladder.getByRole('listitem').allInnerTexts()).toHaveLength(5);
  await ladder.locator('[aria-current=step]').getByText('Mediation by the case worker').waitFor();
  await page
    .getByText(/Without a new entry it climbs to the next rung after|the team lead is told after/)
    .waitFor();
  expect(await axeViolations(page)).toEqual([]);
  const width = await page.evaluate<number>('document.documentElement.scrollWidth');
  expect(width).toBeLessThanOrEqual(390);

  await page.getByRole('tab', { name: 'Now' }).click();
  await page.getByText(/What is not possible now, and why/).click();
  await page.getByRole('searchbox').last().fill('conflict raised');
  await page.getByText(/“?"?Conflict raised"?”? is not possible now/).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  expect(pageErrors.get(page)).toEqual([]);
});
