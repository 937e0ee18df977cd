/** The guide for case workers as the tests follow it: what it promises in bold, how its pictures are taken, who plays in its scenes. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { Roster, savePeople } from '../../activities/store/people.ts';
import { words } from '../../client/board/words.ts';
import { pictureFolder, readGuide } from '../../client/guide.ts';
import { startJourney } from '../../client/journeys.ts';
import { cohort, historyOf } from '../../client/stories.ts';
import { describeEvents } from '../../workflows/journal/describe.ts';
import type { Statement } from '../../workflows/journal/entry.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import { addDays, type Day } from '../../workflows/policy/calendar.ts';
import type { Stage } from './playhouse.ts';

/** What stands in bold: words of the board, as the reader will find them there. */
export const promised = (): string[] => [
  ...new Set(
    [...readGuide().matchAll(/\*\*(.+?)\*\*/gs)].map(([, word = '']) => word.replaceAll(/\s+/g, ' ')),
  ),
];

/** The pictures that the guide shows, by their files' names. */
export const picturesShown = (): string[] =>
  [...readGuide().matchAll(/\]\(leitfaden\/([\w-]+)\.png\)/g)].map(([, name = '']) => name);

/** All German words of the board and of the catalogue; counts that follow are left out. */
export function knownWords(): ReadonlySet<string> {
  const events = describeEvents().map(({ label }) => label.de);
  const own = Object.values(words).map(({ de }) => de.replace(/ \(\{count\}\)$/, ''));
  return new Set([...events, ...own]);
}

/** A picture of a page's upper part, or of one thing on it. */
export async function takePicture(what: Page | Locator, name: string, height?: number): Promise<void> {
  await mkdir(pictureFolder, { recursive: true });
  const path = join(pictureFolder, `${name}.png`);
  if (!('viewportSize' in what)) return void (await what.screenshot({ path }));
  const { width = 0, height: whole = 0 } = what.viewportSize() ?? {};
  await what.screenshot({ path, clip: { x: 0, y: 0, width, height: height ?? whole } });
}

/** Whose journeys of the example are met on the way; few, as each takes its time to start. */
const met: ReadonlySet<string> = new Set(['p-102', 'p-105', 'p-106', 'p-107', 'p-110']);

/** Starts the journeys that the guide's scenes are about. */
export async function startScenes({ db, journeys }: Stage, today: Day): Promise<void> {
  const known = cohort.filter(({ journey }) => met.has(journey));
  await savePeople(db, participantsOf([...known, ...own]));
  const entry = addDays(today, -33);
  await Promise.all([
    ...known.map(({ journey, days, story }) => {
      const start = addDays(today, -days);
      return startJourney(journeys, journey, historyOf(story(start), start, today), { past: true });
    }),
    // Her first meeting is due, so that invitations go out now.
    startJourney(journeys, lena.journey, admitted('w-1', entry)),
    startJourney(journeys, mika.journey, [
      ...admitted('w-2', entry),
      saying({ type: 'handover.proposed', to: 'w-1' }, today),
    ]),
  ]);
}

const lena = { journey: 'p-120', name: 'Lena Beispiel' };
/** Offered to the first case worker. */
const mika = { journey: 'p-121', name: 'Mika Beispiel' };
const own = [lena, mika];

const saying = (event: JourneyEvent, on: Day): Statement => ({
  ...{ event, actor: { role: 'teamLead', id: 'l-1' }, effectiveAt: on },
});

const admitted = (caseWorker: string, on: Day): Statement[] => [
  saying({ type: 'intake.referred', source: 'funder', site: 'site-1', federalState: 'BW' }, on),
  saying({ type: 'intake.admitted', caseWorker, directStart: false }, on),
  saying({ type: 'report.submitted', report: 'preparationStart' }, addDays(on, 20)),
];

function participantsOf(known: readonly { readonly journey: string; readonly name: string }[]): Roster {
  const idOf = (journey: string): string => journey.replace('p-', 't-');
  return Roster.parse({
    people: known.map(({ journey, name }) => ({
      ...{ id: idOf(journey), name, email: `${journey}@example.org` },
    })),
    involvements: [
      { scope: 'site', scopeId: 'site-1', role: 'caseWorker', personId: 'w-2' },
      ...known.map(({ journey }) => ({
        ...{ scope: 'journey', scopeId: journey, role: 'participant', personId: idOf(journey) },
      })),
    ],
  });
}
