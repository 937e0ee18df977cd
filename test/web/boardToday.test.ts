/** Today: what is due by urgency and person, each a click from being done; what is offered; what was told to whom. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { type Board, useBoard } from '../support/boardVisit.ts';
import { axeViolations, pageErrors } from '../support/browser.ts';
import { isFocused, tabTo } from '../support/participantPage.ts';

const board: Board = useBoard();
const { visit, referred, admitted, say } = board;

let [intake, late, offered]: string[] = [];
beforeAll(async () => {
  [intake, late, offered] = await Promise.all([
    referred('Alma Beispiel', 20),
    admitted('Bela Beispiel', 40),
    admitted('Cleo Beispiel', 3, 'w-2'),
  ]);
  await Promise.all([
    say(late ?? '', { type: 'conflict.raised', between: 'other' }, { ago: 30 }),
    say(offered ?? '', { type: 'handover.proposed', to: 'w-1' }),
  ]);
});

const group = (page: Page, name: RegExp) => page.getByRole('region', { name });
const toast = (page: Page, text: RegExp) =>
  page.getByRole('status', { name: /Meldungen|Messages/ }).getByText(text);

test('groups what is due by urgency, with a person’s matters together, their number in the heading', async () => {
  const page = await visit('/today');
  const overdue = group(page, /^Überfällig \(\d+\)$/);
  await overdue.waitFor();
  const bela = overdue.getByRole('listitem').filter({ hasText: 'Bela Beispiel' }).first();
  await bela.getByText('LuV Vorphase: Beginn', { exact: true }).waitFor();
  expect(await overdue.getByRole('heading', { level: 3, name: 'Bela Beispiel' }).count()).toBe(1);
  const heading = await overdue.getByRole('heading', { level: 2 }).innerText();
  const matters = await overdue.locator('.today-matter').count();
  expect(heading).toBe(`Überfällig (${matters})`);
  await group(page, /^Wartet auf Ihre Antwort/)
    .getByText('Konflikt: Vermittlung', { exact: true })
    .waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Bela Beispiel' }).first().click();
  await page.waitForURL(`**/participants/${late}`);
  expect(pageErrors.get(page)).toEqual([]);
});

test('settles a matter by its button: the form knows what it is about, and the matter is gone', async () => {
  const page = await visit('/today');
  const button = page.getByRole('button', { name: /^LuV abgeben ?: LuV Vorphase: Beginn, Bela Beispiel$/ });
  await button.click();
  const dialog = page.getByRole('dialog', { name: 'LuV Vorphase: Beginn, Bela Beispiel' });
  await dialog.getByRole('radio', { name: 'LuV abgegeben' }).waitFor();
  expect(await dialog.getByRole('combobox').first().inputValue()).toBe('preparationStart');
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Weiter zur Vorschau' }).click();
  await page.getByRole('button', { name: 'Eintragen', exact: true }).click();
  await toast(page, /Eingetragen: LuV abgegeben/).waitFor();
  await button.waitFor({ state: 'detached' });
  expect(await isFocused(page.getByRole('heading', { level: 1 }))).toBe(true);
  expect(pageErrors.get(page)).toEqual([]);
});

test('offers only what is possible, and is left by Escape with the focus back on the button', async () => {
  const page = await visit('/today');
  const button = page.getByRole('button', { name: /^Aufnahme entscheiden ?: .*, Alma Beispiel$/ }).first();
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Aufgenommen', exact: true }).waitFor();
  expect(await dialog.getByRole('group', { name: 'Was ist geschehen?' }).getByRole('radio').count()).toBe(4);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await isFocused(button)).toBe(true);
});

test('decides an intake by keyboard alone', async () => {
  const page = await visit('/today');
  const button = page.getByRole('button', { name: /^Aufnahme entscheiden ?: .*, Alma Beispiel$/ }).first();
  await button.waitFor();
  await tabTo(page, button, 60);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await tabTo(page, dialog.getByRole('radio', { name: 'Aufgenommen', exact: true }));
  await page.keyboard.press('ArrowDown');
  await dialog.getByRole('form', { name: 'Förderbedarf festgestellt' }).waitFor();
  await page.keyboard.press('ArrowUp');
  await dialog.getByRole('form', { name: 'Aufgenommen' }).waitFor();
  await tabTo(page, dialog.getByRole('button', { name: 'Weiter zur Vorschau' }));
  await page.keyboard.press('Enter');
  const enter = page.getByRole('button', { name: 'Eintragen', exact: true });
  await enter.waitFor();
  await tabTo(page, enter);
  await page.keyboard.press('Enter');
  await toast(page, /Eingetragen: Aufgenommen/).waitFor();
  await button.waitFor({ state: 'detached' });
  const { body } = await board.web().call('l-1', 'GET', `/api/journeys/${intake}`);
  expect(body.view).toMatchObject({ phase: 'preparation', facts: { caseWorker: 'w-1' } });
});

test('offers a journey, and accepts it after its preview (phone, English, dark)', async () => {
  const page = await visit('/today', { size: 'phone', lang: 'en', dark: true });
  const offer = page.getByRole('region', { name: 'Offered to you (1)' });
  await offer.getByText('Handover from Beispiel Begleitung Zwei').waitFor();
  await offer.getByRole('button', { name: /^Accept ?: Cleo Beispiel$/ }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await offer.getByRole('button', { name: /^Accept ?: Cleo Beispiel$/ }).click();
  await page.getByRole('dialog', { name: 'Preview: this will happen' }).waitFor();
  await page.getByRole('button', { name: 'Enter', exact: true }).click();
  await offer.waitFor({ state: 'detached' });
  const { body } = await board.web().call('l-1', 'GET', `/api/journeys/${offered}`);
  expect(body.view.facts.caseWorker).toBe('w-1');
});

test('tells a team lead first what was told to them, to whom and since when', async () => {
  const page = await visit('/today', { as: 'l-1' });
  const told = group(page, /^Wartet auf Ihre Antwort/);
  await told
    .getByText(/gemeldet am \d\d\.\d\d\.\d{4} an: .*Teamleitung/)
    .first()
    .waitFor();
  expect(await page.getByRole('heading', { level: 2 }).first().innerText()).toMatch(
    /^Wartet auf Ihre Antwort/,
  );
  expect(await axeViolations(page)).toEqual([]);
});

test('follows what others enter, without being asked', async () => {
  const page = await visit('/today', { as: 'l-1' });
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await say(late ?? '', { type: 'conflict.resolved' });
  await page.getByText('Konflikt: Vermittlung', { exact: true }).waitFor({ state: 'detached' });
});

test('says when nothing is to be done', async () => {
  const page = await visit('/today', { as: 'u-1' });
  await page.getByText('Alles erledigt').waitFor();
  expect(await axeViolations(page)).toEqual([]);
});
