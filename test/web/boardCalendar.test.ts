/** The calendar: meetings by week and by day, called-off ones when asked for, and the secret address for calendar programs. */
import { beforeAll, expect, test, vi } from 'vitest';
import { addDays } from '../../workflows/policy/calendar.ts';
import { today, useBoard } from '../support/boardVisit.ts';
import { axeViolations, pageErrors } from '../support/browser.ts';

const { visit, web, admitted, say } = useBoard();

interface Found {
  readonly journey: string;
  readonly startsAt: string;
  readonly status: 'scheduled' | 'cancelled';
}

/** The meeting that the journey has come to. */
async function meetingOf(journey: string, status: Found['status']): Promise<Found> {
  return await vi.waitFor(async () => {
    const path = `/api/meetings?from=${today}&to=${addDays(today, 60)}&cancelled=true`;
    const { body } = await web().call('l-1', 'GET', path);
    const found = body.meetings.find((one: Found) => one.journey === journey && one.status === status);
    if (!found) throw new Error('the meeting is not there yet');
    return found;
  }, 30_000);
}

let planned: Found;
let cancelled: Found;
beforeAll(async () => {
  const [first, second] = await Promise.all([admitted('Alma Beispiel', 40), admitted('Bela Beispiel', 40)]);
  planned = await meetingOf(first, 'scheduled');
  await meetingOf(second, 'scheduled');
  await say(second, { type: 'meeting.cancelled' });
  cancelled = await meetingOf(second, 'cancelled');
});

const dayOf = ({ startsAt }: Found): string => startsAt.slice(0, 10);

test('shows a week in columns, with each meeting leading to its journey', async () => {
  const page = await visit(`/calendar?date=${dayOf(planned)}`);
  const meeting = page.getByRole('listitem').filter({ hasText: 'Alma Beispiel' }).last();
  await meeting.getByText(/^\d\d:\d\d–\d\d:\d\d/).waitFor();
  const [first, second] = await Promise.all([0, 1].map((at) => page.locator('.day').nth(at).boundingBox()));
  expect(first?.y).toBe(second?.y);
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Alma Beispiel' }).click();
  await page.waitForURL(`**/participants/${planned.journey}`);
  expect(pageErrors.get(page)).toEqual([]);
});

test('goes back, on and to today by keyboard, and stays there after a reload', async () => {
  const page = await visit('/calendar');
  const heading = page.getByRole('heading', { level: 2 });
  await heading.waitFor();
  const thisWeek = await heading.innerText();
  await page.getByRole('button', { name: 'Nächste Woche' }).press('Enter');
  await expect.poll(() => heading.innerText(), { timeout: 15_000 }).not.toBe(thisWeek);
  const nextWeek = await heading.innerText();
  expect(page.url()).toContain(`date=${addDays(today, 7)}`);
  await page.reload();
  await expect.poll(() => heading.innerText(), { timeout: 15_000 }).toBe(nextWeek);
  await page.getByRole('button', { name: 'Heute', exact: true }).press('Space');
  await expect.poll(() => heading.innerText(), { timeout: 15_000 }).toBe(thisWeek);
  await page.getByRole('tab', { name: 'Woche' }).press('ArrowRight');
  await page.waitForURL('**/calendar?view=day');
  await page.getByRole('button', { name: 'Voriger Tag' }).press('Enter');
  await page.waitForURL(`**/calendar?view=day&date=${addDays(today, -1)}`);
  expect(await axeViolations(page)).toEqual([]);
});

test('shows called-off meetings when asked for (phone, English, dark)', async () => {
  const page = await visit(`/calendar?view=day&date=${dayOf(cancelled)}`, {
    ...{ size: 'phone', lang: 'en', dark: true },
  });
  await page.getByRole('heading', { level: 3 }).waitFor();
  // Who has called off is invited anew; what was called off stands beside it only when asked for.
  expect(await page.getByText('cancelled', { exact: true }).count()).toBe(0);
  await page.getByLabel('Show cancelled ones').check();
  const meeting = page.locator('.meeting').filter({ hasText: 'Bela Beispiel' });
  await meeting.getByText('cancelled', { exact: true }).first().waitFor();
  expect(page.url()).toContain('cancelled=true');
  expect(await axeViolations(page)).toEqual([]);
});

test('is a list on the phone, and says where there is nothing', async () => {
  const page = await visit(`/calendar?date=${addDays(today, 300)}`, { size: 'phone' });
  await page.getByText('Hier sind keine Gespräche geplant.').waitFor();
  expect(await page.locator('.day').first().isVisible()).toBe(false);
});

test('gives a secret address, warns that the one before ends, and ends it', async () => {
  const page = await visit('/calendar');
  const addressOf = async (): Promise<string> => {
    await page.getByRole('button', { name: 'Kalender abonnieren' }).click();
    const dialog = page.getByRole('dialog', { name: 'Kalender abonnieren' });
    await dialog.getByText('Eine frühere Adresse gilt danach nicht mehr').waitFor();
    await dialog.getByRole('button', { name: 'Neue Adresse erstellen' }).click();
    const address = await dialog.getByLabel('Ihre geheime Adresse').inputValue();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    return address;
  };
  const first = await addressOf();
  const read = async (address: string): Promise<number> => (await fetch(address)).status;
  expect(await read(first)).toBe(200);
  const second = await addressOf();
  expect([await read(first), await read(second)]).toEqual([404, 200]);
});

test('offers no address to whom it is not for', async () => {
  const page = await visit('/calendar', { as: 'u-1' });
  await page.getByRole('heading', { level: 2 }).waitFor();
  expect(await page.getByRole('button', { name: 'Kalender abonnieren' }).count()).toBe(0);
});
