/** Today's matters: what is due and what was told, one line for each, by urgency and by person. Pure. */
import type { Today } from '../../web/api/schemas.ts';
import type { Text, WordKey } from '../words.ts';

export type Urgency = 'overdue' | 'due' | 'told' | 'soon';

type Notice = Today['notices'][number];

/** Something that asks for an answer. */
export interface Matter {
  readonly id: string;
  readonly journey: string;
  readonly name: string | null;
  readonly kind?: string;
  /** The code of a deadline or of news, the rung of a conflict, a subject. */
  readonly topic: string;
  readonly item?: number | undefined;
  readonly label: Text;
  readonly dueOn: string;
  readonly urgency: Urgency;
  /** Who was told of it, and since when. */
  readonly told?: Pick<Notice, 'to' | 'since'>;
}

/** A person's matters of one urgency. */
export interface PersonMatters {
  readonly journey: string;
  readonly name: string | null;
  readonly matters: readonly Matter[];
}

export interface Group {
  readonly urgency: Urgency;
  readonly title: WordKey;
  readonly count: number;
  readonly people: readonly PersonMatters[];
}

const titles = {
  overdue: 'todayOverdue',
  due: 'todayDue',
  told: 'todayTold',
  soon: 'todaySoon',
} as const satisfies Record<Urgency, WordKey>;

/** Who leads a team looks first at what was told to them. */
const orders = {
  worker: ['overdue', 'due', 'told', 'soon'],
  lead: ['told', 'overdue', 'due', 'soon'],
} as const satisfies Record<string, readonly Urgency[]>;

/** The groups that have something in them, most urgent first. */
export function groupsOf(today: Today, order: keyof typeof orders): Group[] {
  const found = Map.groupBy(mattersOf(today), ({ urgency }) => urgency);
  return orders[order].flatMap((urgency) => {
    const matters = found.get(urgency) ?? [];
    if (matters.length === 0) return [];
    return [{ urgency, title: titles[urgency], count: matters.length, people: byPerson(matters) }];
  });
}

/** A notice of a deadline that is listed anyway is told of there; the others stand for themselves. */
export function mattersOf({ today, deadlines, notices }: Today): Matter[] {
  const told = new Map(notices.map((notice) => [nameOf(notice.journey, notice.topic, notice.item), notice]));
  const due = deadlines.map(({ key, ...row }): Matter => {
    const id = nameOf(row.journey, key, row.item);
    const notice = told.get(id);
    told.delete(id);
    return {
      ...{ id: `${id} ${row.dueOn}`, journey: row.journey, name: row.name, topic: key, item: row.item },
      ...{ label: row.label, dueOn: row.dueOn, urgency: urgencyOf(row, today) },
      ...(notice ? { told: notice } : {}),
    };
  });
  const only = [...told.values()].map((notice): Matter => {
    const { journey, name, kind, topic, item, label, dueOn } = notice;
    return {
      id: `${journey} ${notice.key}`,
      journey,
      name,
      kind,
      topic,
      item,
      label,
      dueOn,
      urgency: 'told',
      told: notice,
    };
  });
  return [...due, ...only];
}

const nameOf = (journey: string, topic: string, item?: number): string => `${journey} ${topic} ${item ?? ''}`;

/** The last day that still counts is not just to come. */
function urgencyOf(
  { status, dueOn }: Pick<Today['deadlines'][number], 'status' | 'dueOn'>,
  today: string,
): Urgency {
  if (status !== 'open') return status;
  return dueOn <= today ? 'due' : 'soon';
}

function byPerson(matters: readonly Matter[]): PersonMatters[] {
  const sorted = matters.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  return [...Map.groupBy(sorted, ({ journey }) => journey)].map(([journey, own]) => ({
    ...{ journey, name: own[0]?.name ?? null, matters: own },
  }));
}
