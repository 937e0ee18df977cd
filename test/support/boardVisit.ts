/** The board in a real browser: somebody who has signed in opens an address, on a stage with journeys of their own. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, vi } from 'vitest';
import { Roster, savePeople } from '../../activities/store/people.ts';
import { buildBoard } from '../../client/board/build.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import { addDays, type Day, germanDay } from '../../workflows/policy/calendar.ts';
import { launchBrowser, newPage, type Size } from './browser.ts';
import { type Stage, useStage } from './playhouse.ts';
import { useWeb, type Web } from './webServer.ts';

export const today: Day = germanDay(new Date().toISOString());
export const daysAgo = (days: number): Day => addDays(today, -days);

/** Somebody else to hand journeys over to. */
const secondCaseWorker = {
  people: [],
  involvements: [{ scope: 'site', scopeId: 'site-1', role: 'caseWorker', personId: 'w-2' }],
};

export interface Visit {
  readonly as?: string;
  readonly size?: Size;
  readonly lang?: 'de' | 'en';
  readonly dark?: boolean;
}

export interface Board {
  readonly stage: () => Stage;
  readonly web: () => Web;
  /** Opens an address as somebody. The page ends with the test's file. */
  visit(path: string, how?: Visit): Promise<Page>;
  /** Takes a person in by the API, as many days ago, and gives the journey. */
  referred(name: string, ago: number, as?: string): Promise<string>;
  /** Says something of a journey, as somebody, and waits until the lists show it. */
  say(
    journey: string,
    event: JourneyEvent,
    how?: { readonly as?: string; readonly ago?: number },
  ): Promise<void>;
  /** Referred and admitted on the same day. */
  admitted(name: string, ago: number, caseWorker?: string): Promise<string>;
}

/** Sets the stage with the example's people, a worker, the server with its board, and a browser, for the tests of one file. */
export function useBoard(): Board {
  const stage = useStage();
  const web = useWeb(stage, buildBoard);
  let browser: Browser | undefined;
  beforeAll(async () => {
    await stage().hirePeople();
    await savePeople(stage().db, Roster.parse(secondCaseWorker));
    [browser] = await Promise.all([launchBrowser(), stage().startWorker()]);
  });
  afterAll(async () => {
    await browser?.close();
  });
  const visit: Board['visit'] = async (
    path,
    { as = 'w-1', size = 'desktop', lang = 'de', dark = false } = {},
  ) => {
    if (!browser) throw new Error('The browser has not started yet.');
    const page = await newPage(browser, size, { colorScheme: dark ? 'dark' : 'light' });
    const [name = '', value = ''] = (await web().signIn(as)).split('=');
    await page.context().addCookies([{ name, value, url: web().url }]);
    await page.addInitScript(`localStorage.setItem('wegbegleiter.lang', '${lang}')`);
    await page.goto(web().url + path);
    return page;
  };
  const referred: Board['referred'] = async (name, ago, as = 'w-1') => {
    const referral = { source: 'funder', caseWorker: as };
    const body = {
      participant: { name, email: 'teilnehmende@example.org' },
      referral,
      effectiveAt: daysAgo(ago),
    };
    const answer = await web().call('l-1', 'POST', '/api/journeys', {
      body: { ...body, referral: { ...referral, site: 'site-1' } },
    });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    await listed(web(), answer.body.journey, 1);
    return answer.body.journey;
  };
  const say: Board['say'] = async (journey, event, { as = 'l-1', ago = 0 } = {}) => {
    const when = ago === 0 ? {} : { effectiveAt: daysAgo(ago) };
    const path = `/api/journeys/${journey}/commands`;
    const answer = await web().call(as, 'POST', path, { body: { statements: [{ event, ...when }] } });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    await listed(web(), journey, answer.body.seqs[0]);
  };
  const admitted: Board['admitted'] = async (name, ago, caseWorker = 'w-1') => {
    const journey = await referred(name, ago, caseWorker);
    await say(journey, { type: 'intake.admitted', caseWorker, directStart: false }, { ago });
    return journey;
  };
  return { stage, web, visit, referred, say, admitted };
}

/** The lists follow the journeys a moment later. */
async function listed(web: Web, journey: string, seq: number): Promise<void> {
  await vi.waitFor(async () => {
    const [list, one] = [
      await web.call('l-1', 'GET', `/api/journeys?q=${journey}`),
      await web.call('l-1', 'GET', `/api/journeys/${journey}`),
    ];
    const card = list.body.items?.[0];
    if (one.status !== 200 || card?.phase !== one.body.view.phase)
      throw new Error(`${seq} is not listed yet`);
  }, 30_000);
}
