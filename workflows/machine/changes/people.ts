/** What events add to what is known of case worker, handover, deputy, consent, minors. */
import type { Changes } from './change.ts';

const noHandover = () => ({ handover: undefined });
const noDeputy = () => ({ deputy: undefined });

export const peopleChanges = {
  'handover.proposed': (_, { to, day, actor }) => ({
    handover: { to, since: day, approved: actor.role === 'teamLead' },
  }),
  'handover.approved': ({ handover }, { day }) =>
    handover ? { handover: { ...handover, since: day, approved: true } } : {},
  // A new case worker needs no deputy of the former one.
  'handover.accepted': ({ handover, caseWorker }) => ({
    caseWorker: handover?.to ?? caseWorker,
    ...noHandover(),
    ...noDeputy(),
  }),
  'handover.declined': noHandover,
  'handover.withdrawn': noHandover,
  'deputy.appointed': (_, { deputy, from, until }) => ({ deputy: { id: deputy, from, until } }),
  'deputy.ended': noDeputy,
  'deadline.deputyEnds': noDeputy,
  'consent.given': ({ consents }, { to }) => ({ consents: { ...consents, [to]: 'given' } }),
  'consent.withdrawn': ({ consents }, { to }) => ({ consents: { ...consents, [to]: 'withdrawn' } }),
  'deadline.majority': () => ({ adultOn: undefined }),
  'minor.examined': (_, { on }) => ({ examinedOn: on }),
  'minor.reexamined': (_, { on }) => ({ reexaminedOn: on }),
} as const satisfies Changes;
