/** What the events are about, so that a long list of them can be read. Pure. */
import type { Phase } from '../../../workflows/fold/view.ts';
import type { WordKey } from '../words.ts';

interface Matter {
  readonly label: WordKey;
  /** What the types of its events begin with. */
  readonly begins: readonly string[];
}

export const matters = {
  intake: { label: 'matterIntake', begins: ['intake'] },
  preparation: {
    label: 'matterPreparation',
    begins: ['preparation', 'occupation', 'internship', 'placement', 'company', 'entryQualification'],
  },
  training: {
    label: 'matterTraining',
    begins: ['contract', 'training', 'school', 'probation', 'leave'],
  },
  exam: { label: 'matterExam', begins: ['exam'] },
  followUp: { label: 'matterFollowUp', begins: ['job', 'followUp'] },
  meeting: { label: 'matterMeeting', begins: ['meeting'] },
  conflict: { label: 'matterConflict', begins: ['conflict', 'termination'] },
  plan: {
    label: 'matterPlan',
    begins: ['goal', 'contact', 'task', 'absence', 'help', 'intensity', 'learningSupport'],
  },
  hours: { label: 'matterHours', begins: ['hours', 'report', 'funding'] },
  people: { label: 'matterPeople', begins: ['handover', 'deputy', 'consent', 'minor'] },
  journey: { label: 'matterJourney', begins: ['journey', 'legalHold', 'effect'] },
} as const satisfies Record<string, Matter>;
export type MatterKey = keyof typeof matters;

const matterKeys = Object.keys(matters) as MatterKey[];

const ofPhase = {
  intake: ['intake'],
  preparation: ['preparation', 'training'],
  placement: ['preparation', 'training'],
  training: ['training', 'exam'],
  exam: ['exam', 'training'],
  followUp: ['followUp'],
  closed: ['journey'],
} as const satisfies Record<Phase, readonly MatterKey[]>;

/** The matter of an event. */
export const matterOf = (type: string): MatterKey => {
  const start = type.split('.')[0] ?? '';
  return matterKeys.find((key) => (matters[key].begins as readonly string[]).includes(start)) ?? 'journey';
};

/** Events by their matters, those of the phase first; a matter without any is left out. */
export function byMatter<T extends { readonly type: string }>(
  events: readonly T[],
  phase: Phase,
): readonly { readonly key: MatterKey; readonly label: WordKey; readonly events: readonly T[] }[] {
  const first: readonly MatterKey[] = ofPhase[phase];
  const order = [...first, ...matterKeys.filter((key) => !first.includes(key))];
  const found = Map.groupBy(events, ({ type }) => matterOf(type));
  return order.flatMap((key) => {
    const own = found.get(key);
    return own ? [{ key, label: matters[key].label, events: own }] : [];
  });
}
