/** What of a journey somebody reads who gives its learning support: the lessons, where the training stands, school. Pure. */
import type { FullView } from '../../../workflows/fold/view.ts';
import type { Entry } from '../../../workflows/journal/entry.ts';
import { noFacts } from '../../../workflows/machine/facts.ts';

/** Regions of the statechart that a supporter sees. */
const regions = ['phase', 'learningSupport', 'pause'];

/** The view without conflict, hours, plan, funding and all else that is not theirs. */
export function supportView(view: FullView): FullView {
  const { facts, places, open, due, overdue, effects, next, milestones } = view;
  const isOurs = ({ key }: { readonly key: string }): boolean => key.startsWith('learningSupport');
  const [ownDue, ownOverdue] = [due.filter(isOurs), overdue.filter(isOurs)];
  const { hours: _, ...known } = view;
  const { learningSupport, federalState, site, attends, caseWorker } = facts;
  return {
    ...known,
    facts: {
      ...noFacts,
      federalState,
      ...(site === undefined ? {} : { site }),
      ...{ learningSupport, attends, caseWorker },
    },
    places: places.filter(({ path }) => regions.includes(path.split('.')[0] ?? '')),
    attention: ownOverdue.length > 0 ? 'overdue' : ownDue.length > 0 ? 'due' : 'none',
    conflictRung: 'none',
    milestones: milestones.filter(({ key }) => key === 'firstDay' || key === 'exam'),
    open: open.filter(isOurs),
    due: ownDue,
    overdue: ownOverdue,
    effects: effects.filter(({ kind }) => kind === 'learningSupport'),
    next: next.filter(({ roles }) => roles.includes('learningSupporter')),
  };
}

/** Entries of the learning support, and what the supporter entered themselves. */
export const supportEntries = (journal: readonly Entry[], person: string): Entry[] =>
  journal.filter(
    ({ event, actor }) => event?.type.startsWith('learningSupport.') === true || actor.id === person,
  );
