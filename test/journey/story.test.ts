/** A whole journey on a real server, its years skipped: what the workflow did is in the store and in the mail. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import {
  readEffects,
  readJournal,
  readMeetings,
  readOutbox,
  verifyChain,
} from '../../activities/store/read.ts';
import { handleOf, readJourney } from '../../client/journeys.ts';
import { play } from '../../client/play.ts';
import type { FullView } from '../../workflows/fold/view.ts';
import { someone, useStage } from '../support/playhouse.ts';

const stage = useStage();
const journey = someone();
const lines: string[] = [];
let view: FullView;

beforeAll(async () => {
  await stage().hirePeople();
  await stage().startWorker();
  view = await play(stage().journeys, journey, (line) => lines.push(line));
}, 240_000);

describe('a journey of four years', () => {
  it('goes from referral to the end of follow-up support', () => {
    expect(view.phase).toBe('closed');
    expect(view.places.map(({ path }) => path)).toContain('phase.closed.completed');
    const years = (Date.parse(view.now) - Date.now()) / (365.25 * 86_400_000);
    expect(years).toBeGreaterThan(3.5);
  });

  it('escalates the conflict that nobody settled', () => {
    const conflict = lines.filter((line) => line.includes('CONFLICT'));
    expect(conflict.map((line) => line.slice(10).trim().split(';')[0])).toEqual([
      '→ CONFLICT – a talk between the parties is called for',
      '→ CONFLICT – nobody settled it: mediation by the case worker',
      '→ CONFLICT – still unsettled: the team lead is alerted',
      '→ CONFLICT – still unsettled: the team lead is alerted',
    ]);
  });

  it('carries out every effect once, by key and revision', async () => {
    const { db } = stage();
    await vi.waitFor(
      async () => {
        const effects = await readEffects(db, journey);
        expect(effects.length).toBeGreaterThan(15);
        expect(effects.every(({ status }) => status === 'done')).toBe(true);
      },
      { timeout: 20_000 },
    );
    const effects = await readEffects(db, journey);
    expect(new Set(effects.map(({ key, rev }) => `${key} ${rev}`)).size).toBe(effects.length);
    const made = view.effects.filter(({ withdrawnAt }) => withdrawnAt === undefined).map(({ key }) => key);
    expect(effects.map(({ key }) => key)).toEqual(expect.arrayContaining(made));
  });

  it('sends each mail once, and every meeting has its slot', async () => {
    const mails = await readOutbox(stage().db, journey);
    expect(mails.length).toBeGreaterThan(30);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(mails.length);
    expect(mails.every(({ deliveredAt }) => deliveredAt !== null)).toBe(true);
    const meetings = await readMeetings(stage().db, journey);
    expect(meetings.length).toBe(view.effects.filter(({ kind }) => kind === 'reflectionMeeting').length);
  });

  it('stands in the store as in the workflow, chained entry by entry', async () => {
    const { db, journeys } = stage();
    const journal = await readJourney(journeys, journey);
    await vi.waitFor(async () => expect(await readJournal(db, journey)).toEqual(journal), {
      timeout: 20_000,
    });
    expect(await verifyChain(db, journey)).toBeNull();
  });

  it('shows its phase to the server, and names nobody in its history', async () => {
    const handle = handleOf(stage().journeys, journey);
    await vi.waitFor(async () => {
      const { searchAttributes } = await handle.describe();
      expect(searchAttributes).toMatchObject({ Phase: ['closed'], Site: ['site-1'], CaseWorker: ['w-1'] });
    });
    const history = JSON.stringify(await handle.fetchHistory());
    expect(history).not.toMatch(/Beispiel|example\.org/);
  });
});
