/** A participant's page: somebody admitted, a contract signed, a meeting held, a late entry with its preview. */
import { expect, test } from 'vitest';
import { wholeJourney } from '../../client/stories.ts';
import { addDays } from '../../workflows/policy/calendar.ts';
import { axeViolations, pageErrors } from '../support/browser.ts';
import {
  enter,
  entriesOf,
  preview,
  section,
  tabTo,
  today,
  told,
  toPreview,
  usePlace,
} from '../support/participantPage.ts';

const place = usePlace();
const { journeyOf, open } = place;

test('admits somebody from a referral, by keyboard alone', async () => {
  const journey = await journeyOf(wholeJourney, 5);
  const page = await open(journey);
  const admit = page.getByRole('list').getByRole('link', { name: 'Aufgenommen' }).first();
  await admit.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('form', { name: 'Aufgenommen' }).waitFor();
  // The case worker stands there already; only what is left to do is walked to.
  await tabTo(page, page.getByRole('button', { name: 'Weiter zur Vorschau' }));
  await page.keyboard.press('Enter');
  await preview(page).getByText('Vorschau: das geschieht').waitFor();
  await tabTo(page, preview(page).getByRole('button', { name: 'Eintragen', exact: true }));
  await page.keyboard.press('Enter');
  await told(page, 'Eingetragen: Aufgenommen');
  await page.locator('.participant-head').getByText('Vorphase').waitFor();
  await expect.poll(() => page.getByRole('tab', { name: 'Jetzt' }).isVisible()).toBe(true);
  expect(pageErrors.get(page)).toEqual([]);
});

test('signs a contract, and says on the phone and in English what it will bring about', async () => {
  const journey = await journeyOf(wholeJourney, 90);
  const page = await open(journey, { size: 'phone', lang: 'en' });
  await page.getByRole('searchbox').fill('contract signed');
  await page.getByRole('link', { name: 'Training contract signed', exact: true }).first().click();
  const form = page.getByRole('form', { name: 'Training contract signed' });
  await form.getByLabel('Company', { exact: true }).selectOption({ label: 'Beispiel Schreinerei' });
  await form.getByLabel('Start of the contract').fill(addDays(today, 30));
  await form.getByLabel('End of the contract').fill(addDays(today, 30 + 1094));
  await form.getByLabel('Probation in months').fill('4');
  await toPreview(page, 'en');
  await preview(page).getByText('New deadlines').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await preview(page).getByRole('button', { name: 'Enter', exact: true }).click();
  await told(page, 'Entered: Training contract signed');
  await page.getByRole('listitem').filter({ hasText: 'Training contract' }).getByText('reached').waitFor();
});

test('records a meeting as held, with what was agreed as a note, where the journal shows it', async () => {
  const journey = await journeyOf(wholeJourney, 60);
  const page = await open(journey, { rest: '#meetings' });
  await page.getByRole('link', { name: 'Reflexionsgespräch geführt' }).click();
  const form = page.getByRole('form', { name: 'Reflexionsgespräch geführt' });
  for (const name of ['Teilnehmende Person', 'Ausbildungsbegleitung']) await form.getByLabel(name).check();
  await form.getByLabel(/Was wurde vereinbart/).fill('Pünktlich sein, Montag anrufen');
  await enter(page);
  await told(page, 'Eingetragen: Reflexionsgespräch geführt');
  await section(page, 'Verlauf');
  const first = page.getByRole('list', { name: 'Verlauf' }).getByRole('listitem').first();
  await first.getByText('Pünktlich sein, Montag anrufen').waitFor();
  expect(await first.innerText()).toContain('Teilnehmende Person, Ausbildungsbegleitung');
});

test('shows before a late entry is said which dates move, and enters nothing when it is cancelled', async () => {
  const journey = await journeyOf(wholeJourney, 60);
  const before = await entriesOf(place, journey);
  const page = await open(journey, { rest: '?do=meeting.held#now' });
  const form = page.getByRole('form', { name: 'Reflexionsgespräch geführt' });
  for (const name of ['Teilnehmende Person', 'Ausbildungsbegleitung']) await form.getByLabel(name).check();
  await form.getByRole('group', { name: 'Wann war das?' }).getByLabel('Tag').fill(addDays(today, -6));
  await toPreview(page);
  const moved = preview(page).getByText(/Reflexionsgespräch fällig: .* statt /);
  await moved.waitFor();
  await preview(page).getByRole('button', { name: 'Abbrechen' }).click();
  expect(await entriesOf(place, journey)).toBe(before);
  // What was filled in is still there.
  expect(await form.getByLabel('Teilnehmende Person').isChecked()).toBe(true);
  await enter(page);
  await told(page, 'Eingetragen: Reflexionsgespräch geführt');
  expect(await entriesOf(place, journey)).toBe(before + 1);
});
