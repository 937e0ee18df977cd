/** What events add to what is known of plan, absences, help, hours, learning support. */
import type { Day } from '../../policy/calendar.ts';
import { monthOf, nextHoursMonth, type SupportFacts } from '../facts/support.ts';
import type { Changes } from './change.ts';

/** Time spent counts against the support hours of its month. */
const spent = ({ minutes }: SupportFacts, day: Day, more: number) => ({
  minutes: { ...minutes, [monthOf(day)]: (minutes[monthOf(day)] ?? 0) + more },
});

const without = <T>(items: { readonly [entry: string]: T }, seq: number): { [entry: string]: T } =>
  Object.fromEntries(Object.entries(items).filter(([entry]) => entry !== String(seq)));

function agreed({ allocations, hoursOffer }: SupportFacts, hours: number | undefined) {
  if (!hoursOffer) return {};
  const { from, to } = hoursOffer;
  return {
    hoursOffer: undefined,
    allocations: [...allocations, { hours: hours ?? hoursOffer.hours, from, to }],
  };
}

export const supportChanges = {
  'goal.set': ({ goals }, { entry, goal, reviewOn }) => ({
    goals: { ...goals, [entry]: { goal, reviewOn } },
  }),
  'goal.reviewed': ({ goals, goalsReached }, { goal: seq, result, reviewOn }) => {
    const known = goals[seq];
    if (result === 'continued' && known) {
      return { goals: { ...goals, [seq]: { ...known, reviewOn: reviewOn ?? known.reviewOn } } };
    }
    return { goals: without(goals, seq), goalsReached: goalsReached + (result === 'reached' ? 1 : 0) };
  },
  'contact.recorded': (facts, { day, minutes }) => ({ lastContactOn: day, ...spent(facts, day, minutes) }),
  'task.set': ({ tasks }, { entry, task, dueOn }) => ({ tasks: { ...tasks, [entry]: { task, dueOn } } }),
  'task.done': ({ tasks }, { task }) => ({ tasks: without(tasks, task) }),
  'task.dropped': ({ tasks }, { task }) => ({ tasks: without(tasks, task) }),
  'absence.began': ({ absences }, { day, reason }) => ({ absences: [...absences, { from: day, reason }] }),
  'absence.ended': ({ absences }, { day }) => {
    const last = absences.at(-1);
    return last ? { absences: [...absences.slice(0, -1), { ...last, to: day }] } : {};
  },
  'help.asked': ({ help }, { entry, topic, for: whom }) => ({
    help: { ...help, [entry]: { topic, for: whom, status: 'asked' } },
  }),
  'help.started': ({ help }, { help: seq }) => {
    const known = help[seq];
    return known ? { help: { ...help, [seq]: { ...known, status: 'running' } } } : {};
  },
  'help.ended': ({ help }, { help: seq }) => {
    const known = help[seq];
    return known ? { help: { ...help, [seq]: { ...known, status: 'ended' } } } : {};
  },
  'hours.offered': (_, { hours, from, to, day }) => ({ hoursOffer: { hours, from, to, since: day } }),
  'hours.accepted': (facts) => agreed(facts, facts.hoursOffer?.hours),
  'hours.countered': ({ hoursOffer }, { hours, day }) =>
    hoursOffer ? { hoursOffer: { ...hoursOffer, countered: hours, since: day } } : {},
  'hours.answered': (facts, { agreed: agrees, hours, day }) => {
    if (agrees) return agreed(facts, facts.hoursOffer?.countered);
    if (!facts.hoursOffer || hours === undefined) return {};
    const { from, to } = facts.hoursOffer;
    return { hoursOffer: { hours, from, to, since: day } };
  },
  'hours.reported': (facts, { month }) => ({
    hoursOpen: facts.hoursOpen.filter((open) => open !== month),
    hoursReported: [...facts.hoursReported, month],
  }),
  'deadline.usedHoursDue': (facts) => {
    const month = nextHoursMonth(facts);
    return month === undefined ? {} : { hoursOpen: [...facts.hoursOpen, month] };
  },
  'learningSupport.requested': (_, { subject }) => ({ learningSupport: { subject } }),
  'learningSupport.started': ({ learningSupport }, { supporter }) =>
    learningSupport ? { learningSupport: { ...learningSupport, supporter } } : {},
  'learningSupport.sessionHeld': (facts, { day, minutes }) => spent(facts, day, minutes),
  'learningSupport.ended': () => ({ learningSupport: undefined }),
} as const satisfies Changes;
