/** What the API answers and takes, as schemas: the OpenAPI document and the board's types derive from here. */
import { z } from 'zod';
import { Role } from '../../../workflows/effects/words.ts';
import type { Explanation } from '../../../workflows/fold/explain.ts';
import type { FullView } from '../../../workflows/fold/view.ts';
import type { EventDescription } from '../../../workflows/journal/describe.ts';
import type { Entry } from '../../../workflows/journal/entry.ts';
import { Id } from '../../../workflows/journal/events.ts';
import type { PreviewResult, TellResult } from '../../../workflows/messages.ts';
import { Day } from '../../../workflows/policy/calendar.ts';
import { federalStates } from '../../../workflows/policy/holidays.ts';
import { signInRoles } from '../rights.ts';
import { known } from './known.ts';

/** Instants are answered as they are kept. */
const Instant = z.iso.datetime();

export const Text = z.object({ de: z.string(), en: z.string() });
const Language = z.enum(['de', 'en']);
export const langs = Language.options;

export const SignInRole = z.enum(signInRoles);

export const Me = z.object({
  person: z.string(),
  name: z.string().nullable(),
  roles: z.array(SignInRole),
  sites: z.array(z.string()).describe('`*` stands for every site'),
  /** How they signed in. */
  way: z.enum(['local', 'oidc', 'bearer']),
  /** Where the Temporal UI is; for ops. */
  temporalUi: z.string().optional(),
});
export type Me = z.output<typeof Me>;

/** Codes are those of the policy's rows; `item` is what the deadline is about where several run at once. */
export const CardDeadline = z.object({
  key: z.string(),
  item: z.int().optional(),
  label: Text,
  dueOn: Day,
  status: z.enum(['open', 'due', 'overdue']),
});

export const attentions = ['none', 'due', 'conflict', 'overdue', 'stuck'] as const;

const Named = z.object({ id: z.string(), name: z.string().nullable() });

/** A journey in a list. */
export const Card = z.object({
  id: z.string(),
  name: z.string().nullable().describe('the participant; null where the store knows no name'),
  site: z.string(),
  phase: z.string(),
  attention: z.enum(attentions),
  conflictRung: z.string(),
  caseWorker: Named.nullable(),
  company: Named.nullable(),
  next: CardDeadline.nullable().describe('the most urgent deadline'),
  updatedAt: z.string(),
});
export type Card = z.output<typeof Card>;

const list = z
  .string()
  .transform((text) => text.split(',').filter((one) => one !== ''))
  .optional()
  .describe('several with commas');

export const sorts = ['name', 'id', 'phase', 'attention', 'nextDeadline', 'caseWorker'] as const;

export const CardQuery = z.object({
  phase: list,
  attention: list,
  site: z.string().optional(),
  caseWorker: z.string().optional(),
  company: z.string().optional(),
  q: z.string().max(100).optional().describe('part of a name or id'),
  dueBy: Day.optional().describe('only with a deadline by this day'),
  sort: z.enum(sorts).default('attention'),
  order: z.enum(['asc', 'desc']).default('asc'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).default(0),
});
export type CardQuery = z.output<typeof CardQuery>;

export const Cards = z.object({
  items: z.array(Card),
  total: z.int(),
});
export type Cards = z.output<typeof Cards>;

/** How many journeys there are by phase, by attention, and of each case worker by phase. */
export const Counts = z.object({
  total: z.int(),
  phases: z.record(z.string(), z.int()),
  attentions: z.record(z.string(), z.int()),
  workers: z.array(
    z.object({
      id: z.string().nullable(),
      name: z.string().nullable(),
      total: z.int(),
      phases: z.record(z.string(), z.int()),
    }),
  ),
});
export type Counts = z.output<typeof Counts>;

export const Person = z.object({
  role: Role,
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
});
export type Person = z.output<typeof Person>;

export const Meeting = z.object({
  journey: z.string(),
  name: z.string().nullable(),
  key: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  status: z.enum(['scheduled', 'cancelled']),
  attendees: z.array(Role),
  caseWorker: z.string().nullable(),
});
export type Meeting = z.output<typeof Meeting>;

const Reason = z.object({
  code: z.string(),
  field: z.string().optional(),
  entry: z.int().optional(),
  de: z.string(),
  en: z.string(),
});

const ExplanationSchema = known<Explanation>(
  z.object({
    type: z.string(),
    label: Text,
    roles: z.array(Role),
    possible: z.boolean(),
    reasons: z.array(Reason),
  }),
);

/** Everything about one journey that its page needs. */
export const Journey = z.object({
  card: Card,
  roles: z.array(SignInRole).describe('in which the caller acts on it'),
  reading: z.enum(['whole', 'support']).describe('`support`: only what the learning support needs'),
  view: known<FullView>(
    z.looseObject({
      phase: z.string(),
      attention: z.string(),
      conflictRung: z.string(),
      now: Instant,
      policyVersion: z.string(),
      machineVersion: z.int(),
      places: z.array(z.looseObject({ path: z.string(), region: Text, label: Text, since: Instant })),
      milestones: z.array(z.looseObject({ key: z.string(), label: Text })),
      open: z.array(z.looseObject({ key: z.string(), label: Text, dueOn: Day })),
      due: z.array(z.looseObject({ key: z.string(), label: Text, dueOn: Day })),
      overdue: z.array(z.looseObject({ key: z.string(), label: Text, dueOn: Day })),
      facts: z.looseObject({}),
      effects: z.array(z.looseObject({ key: z.string(), kind: z.string(), at: Instant })),
    }),
  ),
  explanations: z
    .array(ExplanationSchema)
    .describe('every event: possible now for the caller, or why not; only their own of `support`'),
  people: z.array(Person),
  meetings: z.array(Meeting),
});
export type Journey = z.output<typeof Journey>;

/** An entry with what people call it. */
export const JournalEntry = z.object({
  entry: known<Entry>(
    z.looseObject({
      seq: z.int(),
      requestId: z.string(),
      recordedAt: Instant,
      effectiveAt: z.string().optional(),
      actor: z.looseObject({ role: Role }),
    }),
  ),
  label: Text,
  happenedOn: Day,
  author: z.string().nullable().describe("the actor's name, where it is known"),
  endedBy: z.int().nullable().describe('the entry since which this one no longer counts'),
});
export const Journal = z.object({ entries: z.array(JournalEntry) });
export type Journal = z.output<typeof Journal>;

/** What a caller says: as a statement of the journal, without the actor, who is the caller. */
export const Saying = z.strictObject({
  event: z.looseObject({ type: z.string() }).optional(),
  effectiveAt: z.string().optional().describe('a day or an instant; now where left out'),
  as: SignInRole.optional().describe('in which of the caller’s roles; the first that fits where left out'),
  replaces: z.int().min(1).optional(),
  voids: z.int().min(1).optional(),
  reason: z.string().optional().describe('a code or the id of a note; needed with replaces and voids'),
});
export type Saying = z.output<typeof Saying>;
export const Sayings = z.strictObject({
  statements: z.array(Saying).min(1).max(50).describe('all or nothing'),
  notReceived: z
    .boolean()
    .optional()
    .describe('a transfer is taken back; nobody has received it (see "Moving to another provider")'),
});

const Change = z.looseObject({
  op: z.string(),
  key: z.string(),
  kind: z.string(),
  rev: z.int().optional(),
});

const ViewSummary = z.looseObject({ phase: z.string(), attention: z.string() });

export const Told = known<TellResult>(
  z.object({ seqs: z.array(z.int()), changes: z.array(Change), view: ViewSummary }),
);
export type Told = z.output<typeof Told>;

/** `people`: who is behind the roles that the changes speak of. */
export const Preview = known<
  PreviewResult & { people: { role: (typeof Role.options)[number]; id: string; name: string }[] }
>(
  z.object({
    changes: z.array(z.looseObject({ op: z.string(), key: z.string(), kind: z.string(), at: Instant })),
    difference: z.looseObject({}),
    view: ViewSummary,
    people: z.array(Person.pick({ role: true, id: true, name: true })),
  }),
);
export type Preview = z.output<typeof Preview>;

/** What one journey of several answered. */
export const Outcome = z.object({
  journey: z.string(),
  name: z.string().nullable(),
  done: z.boolean(),
  seqs: z.array(z.int()).optional(),
  reasons: z.array(Reason),
});
export type Outcome = z.output<typeof Outcome>;
export const Outcomes = z.object({ results: z.array(Outcome) });
export type Outcomes = z.output<typeof Outcomes>;

export const Bulk = z.strictObject({
  journeys: z.array(Id).min(1).max(100),
  statement: Saying,
});

export const HandOver = z.strictObject({
  from: Id.optional().describe('whose whole caseload; or name journeys'),
  to: Id,
  journeys: z.array(Id).max(500).optional(),
});

/** A new participant and the referral. */
export const NewJourney = z.strictObject({
  journey: Id.optional().describe('an opaque id; made up where left out'),
  participant: z
    .strictObject({
      name: z.string().trim().min(1).max(200),
      email: z.email().nullable().optional(),
      phone: z.string().nullable().optional(),
      channel: z.enum(['mail', 'sms']).optional(),
    })
    .optional(),
  referral: z.looseObject({ federalState: z.enum(federalStates).optional() }),
  effectiveAt: z.string().optional(),
  policy: z.string().optional(),
});
export type NewJourney = z.output<typeof NewJourney>;
export const Started = z.object({ journey: z.string() });

const Item = z.object({ journey: z.string(), name: z.string().nullable() });

/** What is asked of the caller now. */
export const Today = z.object({
  today: Day,
  deadlines: z.array(Item.extend(CardDeadline.shape)).describe('overdue, due, and those of the next 14 days'),
  notices: z
    .array(
      Item.extend({
        key: z.string(),
        kind: z.string(),
        topic: z.string().describe('the code of a deadline or of news, the rung of a conflict, a subject'),
        item: z.int().optional().describe('as that of the deadline it tells of'),
        label: Text,
        to: z.array(Role),
        dueOn: Day,
        since: Instant,
      }),
    )
    .describe('what the caller was told and has not answered'),
  meetings: z.array(Meeting).describe('of this week, from today on'),
  handovers: z
    .array(Item.extend({ from: Named.nullable() }))
    .describe('journeys that are offered to the caller, and by whom'),
});
export type Today = z.output<typeof Today>;

export const MeetingsQuery = z.object({ from: Day, to: Day, cancelled: z.stringbool().optional() });
export const Meetings = z.object({ meetings: z.array(Meeting) });
export type Meetings = z.output<typeof Meetings>;

export const CalendarAddress = z.object({ url: z.string() });

export const Note = z.object({ id: z.string(), author: z.string(), at: Instant, text: z.string() });
export const Notes = z.object({ notes: z.array(Note) });
export type Notes = z.output<typeof Notes>;
export const NewNote = z.strictObject({ text: z.string().trim().min(1).max(10_000) });

export const StaffMember = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(Role),
  sites: z.array(z.string()),
  capacity: z.int().nullable().describe('journeys that they can look after'),
  subjects: z.array(z.string()),
  journeys: z.int().describe('that they look after now and are not closed'),
  phases: z.record(z.string(), z.int()).describe('of these, by phase'),
  supported: z.int().describe('journeys in which they give learning support'),
  absences: z.array(z.object({ from: Day, until: Day, deputy: z.string().nullable() })),
});
export type StaffMember = z.output<typeof StaffMember>;
export const Staff = z.object({ staff: z.array(StaffMember) });
export type Staff = z.output<typeof Staff>;

export const organisationKinds = ['company', 'school', 'chamber', 'funder'] as const;
export const Organisations = z.object({
  organisations: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(organisationKinds),
      name: z.string(),
      region: z.string().nullable(),
    }),
  ),
});
export type Organisations = z.output<typeof Organisations>;

export const Sites = z.object({
  sites: z.array(
    z.object({ id: z.string(), federalState: z.enum(federalStates), opens: z.string(), closes: z.string() }),
  ),
});
export type Sites = z.output<typeof Sites>;

const Words = z.record(z.string(), Text);

/** What forms are made from, and what codes are called. */
export const Catalogue = z.object({
  events: z.array(
    known<EventDescription>(
      z.looseObject({
        ...{ type: z.string(), roles: z.array(Role), label: Text, help: Text },
        fields: z.looseObject({}).describe('as JSON Schema'),
        words: z.record(z.string(), z.looseObject({ label: Text })).describe('by field'),
      }),
    ),
  ),
  deadlines: Words,
  news: Words,
  roles: Words,
  phases: Words,
  attentions: Words,
  rungs: Words,
  replies: Words,
});
export type Catalogue = z.output<typeof Catalogue>;

export const Lang = Language;
