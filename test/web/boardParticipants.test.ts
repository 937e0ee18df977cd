/** The list of participants: found, filtered, sorted; the same for several; handed over; somebody new taken in. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, test, vi } from 'vitest';
import { useBoard } from '../support/boardVisit.ts';
import { axeViolations, pageErrors } from '../support/browser.ts';
import { isFocused } from '../support/participantPage.ts';

const { visit, web, referred, admitted, say } = useBoard();

let [alma, bela, cleo]: string[] = [];
beforeAll(async () => {
  [alma, bela, cleo] = await Promise.all([
    referred('Alma Beispiel', 20),
    admitted('Bela Beispiel', 10),
    admitted('Cleo Beispiel', 10),
  ]);
});

const patient = { timeout: 15_000 };
const rows = (page: Page) => page.getByRole('table', { name: 'Teilnehmende' }).locator('tbody tr');
const row = (page: Page, name: string) => rows(page).filter({ hasText: name });
const settled = async (page: Page, count: number): Promise<void> => {
  await expect.poll(() => rows(page).count(), patient).toBe(count);
};

test('lists who is looked after, most urgent first, each leading to their page', async () => {
  const page = await visit('/participants');
  await settled(page, 3);
  expect(await rows(page).first().innerText()).toContain('Alma Beispiel');
  await row(page, 'Alma').getByText('Überfällig').waitFor();
  await row(page, 'Bela').getByText('Vorphase', { exact: true }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Bela Beispiel' }).click();
  await page.waitForURL(`**/participants/${bela}`);
  expect(pageErrors.get(page)).toEqual([]);
});

test('filters stand in the address and survive a reload', async () => {
  const page = await visit('/participants');
  await settled(page, 3);
  await page.getByLabel('Phase').selectOption({ label: 'Vorphase' });
  await settled(page, 2);
  await page.getByLabel('Name oder Kennung suchen').fill('cleo');
  await settled(page, 1);
  await expect.poll(() => page.url(), patient).toMatch(/\?q=cleo&phase=preparation$/);
  await page.reload();
  await settled(page, 1);
  expect(await page.getByLabel('Phase').inputValue()).toBe('preparation');
  await page.getByLabel('Stand').selectOption({ label: 'Konflikt' });
  await page.getByText('Niemand passt zu dieser Auswahl.').waitFor();
  await page.getByRole('button', { name: 'Filter zurücksetzen' }).click();
  await settled(page, 3);
  expect(new URL(page.url()).search).toBe('');
  await page.getByLabel('Frist in').selectOption({ label: 'heute oder überschritten' });
  await settled(page, 1);
});

test('is sorted by its columns with the keyboard', async () => {
  const page = await visit('/participants');
  await settled(page, 3);
  const name = page.getByRole('columnheader', { name: /Teilnehmende:r/ });
  await name.getByRole('button').press('Enter');
  await expect.poll(() => name.getAttribute('aria-sort'), patient).toBe('ascending');
  await name.getByRole('button').press('Enter');
  await expect.poll(() => rows(page).first().innerText(), patient).toContain('Cleo');
  expect(page.url()).toContain('sort=name&order=desc');
});

test('records the same for several: who cannot follow is said before, with the reason, and stays chosen', async () => {
  const page = await visit('/participants');
  await settled(page, 3);
  await page.getByRole('checkbox', { name: 'Alma Beispiel auswählen' }).press('Space');
  await page.getByRole('checkbox', { name: 'Bela Beispiel auswählen' }).press('Space');
  const chosen = page.getByRole('region', { name: 'Für die Ausgewählten' });
  await chosen.getByText('2 ausgewählt').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await chosen.getByRole('button', { name: 'Baustein erfassen' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Für 2 Teilnehmende eintragen' });
  await dialog.getByText('Für: Alma Beispiel, Bela Beispiel').waitFor();
  await dialog.getByLabel('Baustein', { exact: true }).selectOption('competenceAssessment');
  await dialog.getByLabel('erledigt').check();
  await dialog.getByRole('button', { name: 'Weiter zur Prüfung' }).press('Enter');
  await dialog.getByText('Möglich ist es bei 1 von 2.').waitFor();
  const refused = dialog.getByRole('row').filter({ hasText: 'Alma Beispiel' });
  expect(await refused.innerText()).toMatch(/nicht möglich[\s\S]*Baustein der Vorphase erfasst/);
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Für 1 eintragen' }).press('Enter');
  await dialog.getByText('Eingetragen: 1 von 2').waitFor();
  await dialog.getByRole('row').filter({ hasText: 'Bela Beispiel' }).getByText('eingetragen').waitFor();
  await dialog.getByRole('button', { name: 'Schließen' }).last().click();
  await chosen.getByText('1 ausgewählt').waitFor();
  expect(await page.getByRole('checkbox', { name: 'Alma Beispiel auswählen' }).isChecked()).toBe(true);
  expect(await isFocused(page.getByRole('heading', { level: 1 }))).toBe(true);
  const { body } = await web().call('l-1', 'GET', `/api/journeys/${bela}`);
  expect(body.view.facts.parts).toEqual({ competenceAssessment: 'done' });
});

test('offers every event that means the same for several, and is left by Escape', async () => {
  const page = await visit('/participants?phase=preparation');
  await settled(page, 2);
  await page.getByLabel('Alle auf dieser Seite auswählen').check();
  const other = page.getByRole('button', { name: 'Anderes eintragen' });
  await other.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Was soll eingetragen werden?').selectOption({ label: 'Kontakt erfasst' });
  await dialog.getByRole('form', { name: 'Kontakt erfasst' }).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await isFocused(other)).toBe(true);
});

test('shows a team lead how many each case worker has, by phase, and leads to them', async () => {
  const page = await visit('/participants', { as: 'l-1' });
  await page.getByRole('tab', { name: 'Liste' }).press('ArrowRight');
  const table = page.getByRole('table', { name: 'Nach Begleitung' });
  await table.waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await table.getByRole('link', { name: '2 – Beispiel Begleitung Eins, Vorphase' }).click();
  await settled(page, 2);
  expect(page.url()).toMatch(/\?phase=preparation&caseWorker=w-1$/);
  expect(await page.getByLabel('Begleitung', { exact: true }).inputValue()).toBe('w-1');
});

test('hands a whole caseload over, with each result', async () => {
  // Whom a handover is under way for already cannot be proposed again.
  await say(cleo ?? '', { type: 'handover.proposed', to: 'w-2' });
  const page = await visit('/participants?view=workers', { as: 'l-1' });
  await page.getByRole('button', { name: /^Übergeben ?: Beispiel Begleitung Eins$/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Begleitungen übergeben' });
  await dialog.getByRole('radio', { name: 'Beispiel Begleitung Zwei: 0 von 12 Plätzen' }).check();
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Weiter zur Prüfung' }).click();
  await dialog.getByText('Möglich ist es bei 2 von 3.').waitFor();
  await dialog.getByRole('button', { name: 'Für 2 eintragen' }).click();
  await dialog.getByText('Eingetragen: 2 von 3').waitFor();
  const results = await dialog.getByRole('row').allInnerTexts();
  expect(results.find((text) => text.includes('Cleo'))).toMatch(
    /nicht eingetragen[\s\S]*Übergabe vorgeschlagen/,
  );
  for (const journey of [alma, bela]) {
    const { body } = await web().call('l-1', 'GET', `/api/journeys/${journey}`);
    expect(body.view.facts.handover).toMatchObject({ to: 'w-2' });
  }
});

test('takes somebody new in, and goes to their page', async () => {
  const page = await visit('/participants');
  await page.getByRole('link', { name: 'Neu aufnehmen' }).click();
  await page.getByRole('form', { name: 'Zugang aufgenommen' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.getByLabel('Standort').inputValue()).toBe('site-1');
  expect(await page.getByLabel('Bundesland').inputValue()).toBe('BW');
  await page.getByRole('button', { name: 'Zugang aufnehmen' }).click();
  await page.getByText('Bitte einen Namen eingeben.').waitFor();
  await page.getByLabel('Name', { exact: true }).fill('Dario Beispiel');
  await page.getByLabel('Telefon').fill('0151 1');
  await page
    .getByRole('combobox', { name: 'Bedarfsträger' })
    .selectOption({ label: 'Beispiel Agentur für Arbeit' });
  await page.getByRole('button', { name: 'Zugang aufnehmen' }).press('Enter');
  await page
    .getByText(/braucht ihre Landesvorwahl/)
    .first()
    .waitFor();
  await page.getByLabel('Telefon').fill('+49 151 00000009');
  await page.getByRole('button', { name: 'Zugang aufnehmen' }).press('Enter');
  await page.waitForURL(/\/participants\/p-/);
  const journey = new URL(page.url()).pathname.split('/').at(-1);
  await vi.waitFor(async () => {
    const { body } = await web().call('w-1', 'GET', `/api/journeys/${journey}`);
    expect(body).toMatchObject({
      card: { name: 'Dario Beispiel' },
      view: { facts: { funder: 'agency-1', caseWorker: 'w-1' } },
    });
  }, 20_000);
});

test('is a list of cards on the phone, with filters a click away (English, dark)', async () => {
  const page = await visit('/participants', { size: 'phone', lang: 'en', dark: true });
  await page.getByRole('link', { name: 'Alma Beispiel' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.getByLabel('Phase').isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Filters and sorting' }).click();
  await page.getByLabel('Sort by').selectOption({ label: 'Participant' });
  await expect.poll(() => page.url(), patient).toContain('sort=name');
  await page.getByRole('checkbox', { name: 'Select Alma Beispiel' }).check();
  await page.getByText('1 selected').waitFor();
  const width = await page.evaluate('document.documentElement.scrollWidth');
  expect(width).toBe(390);
  expect(await axeViolations(page)).toEqual([]);
});
