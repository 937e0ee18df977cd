/** Plays the story of a whole journey against a running installation, skipping its time, and tells what happens line by line. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Effect } from '../workflows/effects/effects.ts';
import type { DeadlineView, FullView } from '../workflows/fold/view.ts';
import { catalogue, type JourneyEvent } from '../workflows/journal/events.ts';
import { addDays, type Day, germanDay, type Instant, noon } from '../workflows/policy/calendar.ts';
import { newestPolicy, policies } from '../workflows/policy/policy.ts';
import { fastForward } from './fastForward.ts';
import { type Journeys, readJourney, startJourney, tellJourney, viewJourney } from './journeys.ts';
import { actorOf, dutyOf, type Step, wholeJourney, withSeq } from './stories.ts';

/** The third meeting is missed; all others are held. */
const missedMeeting = 3;

interface Player {
  readonly journeys: Journeys;
  readonly journey: string;
  readonly say: (line: string) => void;
  /** Keys of the effects that have been told of. */
  readonly told: Set<string>;
  meetings: number;
}

/** Plays the journey from referral to the end of follow-up support; returns its last view. */
export async function play(
  journeys: Journeys,
  journey: string,
  say: (line: string) => void,
): Promise<FullView> {
  const player: Player = { journeys, journey, say, told: new Set(), meetings: 0 };
  const start = germanDay(new Date().toISOString());
  const [first, ...steps] = wholeJourney(start);
  if (!first) throw new Error('The story is empty.');
  await startJourney(journeys, journey, [{ event: first[1], actor: actorOf(first[1]) }]);
  say(`Journey ${journey}, as its case worker lives it. What the journey does by itself is marked »→«.\n`);
  sayEntry(player, start, first[1]);
  for (const step of steps) await playStep(player, start, step);
  return finish(player);
}

async function playStep(player: Player, start: Day, [day, told]: Step): Promise<void> {
  const at = `${addDays(start, day)}T12:00:00.000Z`;
  await liveUntil(player, at);
  const event = withSeq(told, await readJourney(player.journeys, player.journey));
  await tellJourney(player.journeys, player.journey, [{ event, actor: actorOf(event) }]);
  sayEntry(player, addDays(start, day), event);
  sayEffects(player, await viewJourney(player.journeys, player.journey));
}

/**
 * Lets time pass. On the way every meeting that is invited to is held, or missed, and recorded on the next day; every report
 * is submitted on its last day.
 */
async function liveUntil(player: Player, until: Instant): Promise<void> {
  for (;;) {
    const view = await scheduled(player);
    const { meeting } = view.facts;
    const recording = meeting && `${addDays(germanDay(meeting.startsAt), 1)}T09:00:00.000Z`;
    const due = view.open.find(({ key }) => key === 'reflectionDue')?.at;
    const report = reportIn(view);
    const submitting = report && noon(report.dueOn);
    const stop = [recording, due, submitting, until].filter((at) => at !== undefined).sort()[0] ?? until;
    await fastForward(player.journeys, player.journey, stop > view.now ? stop : view.now);
    sayEffects(player, await viewJourney(player.journeys, player.journey));
    if (stop === recording) await recordMeeting(player);
    else if (report && stop === submitting) await submit(player, report);
    else if (stop === until) return;
  }
}

/** Waits until a meeting that is due has its slot: the activity is at work. */
async function scheduled({ journeys, journey }: Player): Promise<FullView> {
  for (const end = Date.now() + 60_000; ; await pause(50)) {
    const view = await viewJourney(journeys, journey);
    const waiting = view.places.some(({ path }) => path === 'reflection.due');
    if (!waiting || Date.now() > end) return view;
  }
}

/** The next report to be submitted. */
const reportIn = ({ open }: FullView): DeadlineView | undefined =>
  open.find((deadline) => dutyOf(deadline)?.type === 'report.submitted');

async function submit(player: Player, report: DeadlineView): Promise<void> {
  const event = dutyOf(report);
  if (!event) return;
  await tellJourney(player.journeys, player.journey, [{ event, actor: actorOf(event) }]);
  player.say(`${report.dueOn}  ${catalogue[event.type].label.en}: ${report.label.en}`);
}

async function recordMeeting(player: Player): Promise<void> {
  player.meetings += 1;
  const event: JourneyEvent =
    player.meetings === missedMeeting
      ? { type: 'meeting.missed', missing: ['participant'] }
      : { type: 'meeting.held', attended: ['participant', 'caseWorker'] };
  const { view } = await tellJourney(player.journeys, player.journey, [{ event, actor: actorOf(event) }]);
  sayEntry(player, germanDay(view.now), event);
  sayEffects(player, await viewJourney(player.journeys, player.journey));
}

/** Follow-up support ends by its own deadline. */
async function finish(player: Player): Promise<FullView> {
  const { open } = await viewJourney(player.journeys, player.journey);
  const end = open.find(({ key }) => key.startsWith('followUp'));
  if (!end) throw new Error('The journey does not end by itself.');
  await fastForward(player.journeys, player.journey, end.at);
  const view = await viewJourney(player.journeys, player.journey);
  sayEffects(player, view);
  player.say(`${germanDay(end.at)}  → ${end.label.en}: the journey is ${view.phase}.`);
  return view;
}

function sayEntry({ say }: Player, day: Day, event: JourneyEvent): void {
  say(`${day}  ${catalogue[event.type].label.en}`);
}

function sayEffects({ say, told }: Player, { effects }: FullView): void {
  for (const effect of effects) {
    if (told.has(effect.key)) continue;
    told.add(effect.key);
    say(`${germanDay(effect.at)}    → ${sentence(effect)}`);
  }
}

const rungs = {
  talk: 'a talk between the parties is called for',
  mediation: 'nobody settled it: mediation by the case worker',
  trainingAdviser: 'the training adviser is called in',
  conciliation: 'the conciliation committee is called upon',
  court: 'the case goes to court',
} as const;

function sentence(effect: Effect): string {
  switch (effect.kind) {
    case 'reflectionMeeting':
      return `invites to a reflection meeting (${effect.params.attendees.join(', ')})`;
    case 'conflictEscalation': {
      const { rung, to, respondBy } = effect.params;
      const step = effect.key.includes('/alert-') ? 'still unsettled: the team lead is alerted' : rungs[rung];
      return `CONFLICT – ${step}; told: ${to.join(', ')}; answer by ${respondBy}`;
    }
    case 'reminder': {
      const { cause, params } = effect;
      const ofDeadline = cause.deadline === params.topic;
      const label = ofDeadline ? policies[newestPolicy].deadlines[cause.deadline].label.en : params.topic;
      return `reminds ${params.to.join(', ')}: ${label} (${params.dueOn})`;
    }
    case 'learningSupport':
      return `asks somebody with room for it for lessons in ${effect.params.subject}`;
    case 'informationPackage':
      return `tells the company ${effect.params.company} what assisted training is`;
  }
}
