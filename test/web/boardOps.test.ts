/** The page of operation in a real browser: what is stuck, other rules, workflows and store held against each other. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { readIds } from '../../activities/store/read.ts';
import { buildBoard } from '../../client/board/build.ts';
import { startJourney, viewJourney } from '../../client/journeys.ts';
import { addDays, germanDay } from '../../workflows/policy/calendar.ts';
import { newestPolicy } from '../../workflows/policy/policy.ts';
import { expectFine, looks, usePages } from '../support/officePages.ts';
import { someone, useStage } from '../support/playhouse.ts';
import { useWeb } from '../support/webServer.ts';

const stage = useStage('board-ops');
const web = useWeb(stage, buildBoard);
const open = usePages(web);
const today = germanDay(new Date().toISOString());
const other = '2026-1-monthly';
const [first, second] = [someone(), someone()].toSorted() as [string, string];

beforeAll(async () => {
  await stage().hirePeople();
  await stage().startWorker();
  for (const journey of [first, second]) {
    await startJourney(stage().journeys, journey, [
      {
        event: { type: 'intake.referred', source: 'funder', site: 'site-1', federalState: 'BW' },
        effectiveAt: addDays(today, -3),
        actor: { role: 'caseWorker', id: 'w-1' },
      },
    ]);
  }
  await vi.waitFor(async () => expect(await readIds(stage().db)).toHaveLength(2), 30_000);
  // The index of running journeys is a little behind.
  await vi.waitFor(async () => {
    const { body } = await web().call('o-1', 'GET', '/api/rules');
    expect(body.machines[0].journeys).toBe(2);
  }, 30_000);
  const since = '2026-03-01T08:00:00.000Z';
  const stuck = { key: 'reminder/decide', since, attempts: 7, reason: 'The mail server does not answer.' };
  await stage()
    .db.insertInto('stuckEffects')
    .values({ journeyId: first, ...stuck })
    .execute();
});

const figure = async (page: Page, name: string): Promise<string> =>
  await page.locator('.figure-list > div').filter({ hasText: name }).locator('dd').innerText();

test.each(looks)('can be used on $size in $lang and $theme, with every tab', async (look) => {
  const page = await open('o-1', '/ops', look);
  await expectFine(page);
  for (const count of [1, 2]) {
    await page.getByRole('tab', { selected: true }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tab', { selected: true }).and(page.getByRole('tab').nth(count)).waitFor();
    await page.getByRole('button', { name: /Probelauf|Dry run|Vergleichen|Compare/ }).waitFor();
    await expectFine(page);
  }
  expect(new URL(page.url()).search).toBe('?tab=reconcile');
});

describe('what is stuck', () => {
  test('is told with its reason, and leads ops to the workflow in the Temporal UI', async () => {
    const page = await open('o-1', '/ops');
    const row = page.getByRole('row').filter({ hasText: first });
    expect((await row.innerText()).replace(/\s+/g, ' ')).toContain(
      'reminder/decide 01.03.2026, 09:00 Uhr 7 The mail server does not answer. site-1',
    );
    const base = 'http://127.0.0.1:1/namespaces/default/workflows';
    expect(await row.getByRole('link').getAttribute('href')).toBe(`${base}/journey-${first}`);
    const stuck = page.getByRole('link', { name: 'Etwas hängt fest' });
    const address = new URL((await stuck.getAttribute('href')) ?? '');
    expect(address.searchParams.get('query')).toBe('ExecutionStatus = "Running" AND Attention = "stuck"');
  });

  test('leads a team lead to the journey, who sees no Temporal UI and no reconciliation', async () => {
    const page = await open('l-1', '/ops');
    const row = page.getByRole('row').filter({ hasText: first });
    expect(await row.getByRole('link').getAttribute('href')).toBe(`/participants/${first}`);
    expect(await page.locator('main a[href^="http"]').count()).toBe(0);
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(['Hängen gebliebene Aufträge', 'Regeln']);
  });
});

describe('other rules', () => {
  test('are tried first, with what would change, and a team lead can do no more', async () => {
    const page = await open('l-1', '/ops?tab=rules');
    await page.getByRole('button', { name: 'Probelauf' }).click();
    await page.getByText('Bitte eine Fassung der Regeln oder des Automaten wählen.').waitFor();
    await page.getByRole('combobox', { name: 'Regeln' }).selectOption(other);
    await page.getByRole('button', { name: 'Probelauf' }).click();
    await page.getByRole('heading', { name: 'Ergebnis des Probelaufs' }).waitFor();
    expect(await figure(page, 'wechseln die Fassung')).toBe('2');
    expect(await page.getByRole('button', { name: /umstellen/ }).count()).toBe(0);
    await expectFine(page);
  });

  test('come into effect once ops has read what they do and said so', async () => {
    const page = await open('o-1', '/ops?tab=rules');
    await page.getByRole('combobox', { name: 'Regeln' }).selectOption(other);
    await page.getByLabel('Nur diese Begleitungen').first().fill(first);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '1 Begleitungen umstellen' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await expectFine(page);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect((await viewJourney(stage().journeys, first)).policyVersion).toBe(newestPolicy);
    await page.getByRole('button', { name: '1 Begleitungen umstellen' }).click();
    await dialog.getByRole('button', { name: 'Umstellen' }).click();
    await page.getByRole('heading', { name: 'Ergebnis der Umstellung' }).waitFor();
    expect((await viewJourney(stage().journeys, first)).policyVersion).toBe(other);
    expect((await viewJourney(stage().journeys, second)).policyVersion).toBe(newestPolicy);
  });

  test('that are refused are named with their reason, in the language of the page', async () => {
    const page = await open('o-1', '/ops?tab=rules', { lang: 'en' });
    await page.getByRole('combobox', { name: 'Policy' }).selectOption(other);
    await page.getByLabel('Only these journeys').first().fill('nobody-knows');
    await page.getByRole('button', { name: 'Dry run' }).click();
    await page.getByText('You have no right to this').first().waitFor();
  });
});

test('journeys are woken, and say that they stay as they are', async () => {
  const page = await open('o-1', '/ops?tab=rules');
  await page.getByRole('button', { name: 'Jetzt nachsehen lassen' }).click();
  await page.getByRole('heading', { name: 'Geweckt' }).waitFor();
  expect(await figure(page, 'Begleitungen')).toBe('2');
});

test('workflows and store are compared, and a gap is closed after it was seen', async () => {
  await stage().db.updateTable('journeys').set({ phase: 'exam' }).where('id', '=', second).execute();
  const page = await open('o-1', '/ops?tab=reconcile');
  await page.getByRole('button', { name: 'Vergleichen' }).click();
  await page.getByRole('heading', { name: 'Ergebnis des Vergleichs' }).waitFor();
  const row = page.getByRole('row').filter({ hasText: second });
  expect(await row.innerText()).toContain('Der Datenbank fehlt etwas');
  await expectFine(page);
  await page.getByRole('button', { name: 'Lücken schließen' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Lücken schließen' }).click();
  await page.getByRole('heading', { name: 'Nach dem Schließen' }).waitFor();
  expect(await row.innerText()).toContain('geschlossen');
  await page.getByRole('button', { name: 'Vergleichen' }).click();
  await page.getByText('Beide Seiten sagen dasselbe.').waitFor();
});

test('whose page it is not learns for whom it is', async () => {
  const page = await open('w-1', '/ops', { lang: 'en' });
  await page.getByRole('heading', { name: 'This page is not for your role' }).waitFor();
  await page.getByText('“Operations” is there for: Operation of the software, Team lead.').waitFor();
});
