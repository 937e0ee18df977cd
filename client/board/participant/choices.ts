/** What a form offers to choose from: what is open in this journey, who works here, which organisations there are. Pure. */
import type { Role } from '../../../workflows/effects/words.ts';
import type { Internship } from '../../../workflows/machine/facts/preparation.ts';
import type { Choice, Choices } from '../form/context.ts';
import { dayText, monthText } from '../parts/dates.ts';
import type { Language } from '../parts/lang.tsx';
import { nameOf, noteText, type Shown } from './shown.ts';

/** Which internships an event may be about. */
const internshipsFor: { readonly [type: string]: readonly Internship['status'][] } = {
  'internship.started': ['planned'],
  'internship.reviewed': ['running'],
};

export function choicesFor(type: string, shown: Shown, language: Language): Choices {
  const { facts } = shown.view;
  return {
    ...choicesAround(shown),
    ...codesKnown(shown),
    ...openIn(type, shown, language),
    ...(facts.hoursOpen.length > 0
      ? { month: facts.hoursOpen.map((month) => ({ id: month, label: monthText(month, language.lang) })) }
      : {}),
  };
}

/** People and organisations of the store, and the caller's sites. */
function choicesAround({ organisations, staff, sites }: Shown): Choices {
  const ofKind = (kind: Shown['organisations'][number]['kind']): Choice[] =>
    organisations.filter((one) => one.kind === kind).map(({ id, name }) => ({ id, label: name }));
  const ofRole = (role: Role): Choice[] =>
    staff.filter(({ roles }) => roles.includes(role)).map(({ id, name }) => ({ id, label: name }));
  return {
    company: ofKind('company'),
    school: ofKind('school'),
    chamber: ofKind('chamber'),
    funder: ofKind('funder'),
    site: sites.map(({ id }) => ({ id, label: id })),
    caseWorker: ofRole('caseWorker'),
    supporter: ofRole('learningSupporter'),
  };
}

/** Codes that are in use here already; others can still be typed in. */
function codesKnown({ staff, view: { facts } }: Shown): Choices {
  const same = (ids: readonly (string | undefined)[]): Choice[] =>
    [...new Set(ids.filter((id) => id !== undefined))].map((id) => ({ id, label: id }));
  const occupations = same([facts.occupation, facts.contract?.occupation]);
  const subjects = same([facts.learningSupport?.subject, ...staff.flatMap((one) => one.subjects)]);
  return {
    ...(occupations.length > 0 ? { occupation: occupations } : {}),
    ...(subjects.length > 0 ? { subject: subjects } : {}),
  };
}

/** What is open in the journey, by the number of the entry that opened it. */
function openIn(type: string, shown: Shown, { lang, t, say }: Language): Choices {
  const { facts } = shown.view;
  const day = (one: string): string => dayText(one, lang);
  const topics = shown.catalogue.events.find((one) => one.type === 'help.asked')?.words.topic?.values;
  const statuses = internshipsFor[type] ?? ['planned', 'running'];
  const rows = <T>(from: Readonly<Record<string, T>>, label: (row: T) => string | undefined): Choice[] =>
    Object.entries(from).flatMap(([id, row]) => {
      const text = label(row);
      return text === undefined ? [] : [{ id, label: text }];
    });
  return {
    internship: rows(facts.internships, ({ company, from, to, status }) =>
      statuses.includes(status) ? `${nameOf(shown, company)}, ${day(from)} – ${day(to)}` : undefined,
    ),
    termination: rows(facts.dismissals, (received) => t('receivedOn', { day: day(received) })),
    goal: rows(facts.goals, ({ goal }) => noteText(shown, goal)),
    task: rows(facts.tasks, ({ task, dueOn }) => `${noteText(shown, task)} (${day(dueOn)})`),
    help: rows(facts.help, ({ topic, status }) =>
      status === 'ended' || (type === 'help.started' && status === 'running')
        ? undefined
        : say(topics?.[topic] ?? { de: topic, en: topic }),
    ),
    funding: rows(facts.fundings, ({ funder, share, endedOn }) =>
      endedOn === undefined ? `${nameOf(shown, funder)}, ${share} %` : undefined,
    ),
  };
}

const around: readonly Role[] = [
  'participant',
  'guardian',
  'caseWorker',
  'trainer',
  'teacher',
  'learningSupporter',
  'teamLead',
  'funderAdviser',
  'trainingAdviser',
];

/** Who around this journey can be met or talked to: those who play a part in it, and always the two it is about. */
export function rolesAround({ people, view: { facts } }: Pick<Shown, 'people' | 'view'>): Role[] {
  const known = new Set<Role>([...people.map(({ role }) => role), 'participant', 'caseWorker']);
  if (facts.contract) known.add('trainer');
  return around.filter((role) => known.has(role));
}

/** Codes that make sense in this journey, by the field's path. */
export function allowedFor(type: string, shown: Shown): Readonly<Record<string, readonly string[]>> {
  const roles = rolesAround(shown);
  if (type === 'meeting.held') return { attended: roles };
  if (type === 'meeting.missed') return { missing: roles };
  if (type === 'meeting.replied') return { by: roles.filter((role) => role !== 'learningSupporter') };
  if (type === 'contact.recorded') return { with: roles.filter((role) => role !== 'caseWorker') };
  if (type === 'conflict.deescalated' && shown.view.conflictRung === 'mediation') return { to: ['talk'] };
  return {};
}

/** What most likely holds, for whoever is in a hurry; every field can be changed. */
export function presetFor(type: string, shown: Shown): Readonly<Record<string, unknown>> {
  const { facts } = shown.view;
  switch (type) {
    case 'intake.admitted':
      return { caseWorker: facts.caseWorker };
    case 'contract.signed':
      return { company: facts.offer, occupation: facts.occupation, ...onlyChamber(shown) };
    case 'placement.offered':
    case 'company.informed':
      return { company: lastInternship(shown) };
    case 'meeting.held':
      return { attended: invitedWhoCome(shown) };
    case 'hours.reported':
      return { month: facts.hoursOpen[0] };
    case 'contact.recorded':
      return { with: 'participant', how: 'phone' };
    case 'school.timesSet':
      return { school: facts.attends };
    default:
      return {};
  }
}

const onlyChamber = ({ organisations }: Shown): { chamber?: string } => {
  const [chamber, ...others] = organisations.filter(({ kind }) => kind === 'chamber');
  return chamber && others.length === 0 ? { chamber: chamber.id } : {};
};

const lastInternship = ({ view: { facts } }: Shown): string | undefined =>
  Object.values(facts.internships).findLast(({ status }) => status === 'fit' || status === 'running')
    ?.company;

function invitedWhoCome({ meetings, view: { facts } }: Shown): readonly Role[] {
  const { meeting } = facts;
  const invited = meetings.find(({ key }) => key === meeting?.key)?.attendees ?? [];
  return invited.filter((role) => meeting?.replies?.[role] !== 'notComing');
}
