/** The personal columns of a line, and what the store keeps of them. Personal data: faults name columns, never contents. */
import { z } from 'zod';
import { Needs } from '../../activities/store/organisations.ts';
import { type OwnPeople, Phone } from '../../activities/store/people.ts';
import { type Cells, type ColumnKey, columnKeys, isPersonal } from './columns.ts';
import { type Fault, fault, missing } from './problems.ts';
import { readBoolean, readNumber } from './values.ts';

type Person = OwnPeople['people'][number];

/** Who plays which role, and the columns that tell of them. */
const slots = [
  { role: 'participant', suffix: 'p', name: 'name', email: 'email', phone: 'phone', channel: 'channel' },
  { role: 'guardian', suffix: 'g1', name: 'guardian', email: 'guardianEmail', phone: 'guardianPhone' },
  { role: 'guardian', suffix: 'g2', name: 'guardian2', email: 'guardian2Email', phone: 'guardian2Phone' },
] as const satisfies readonly ({ role: 'participant' | 'guardian'; suffix: string } & Record<
  'name' | 'email' | 'phone',
  ColumnKey
> & { channel?: ColumnKey })[];

const needColumns = {
  region: 'region',
  latitude: 'latitude',
  longitude: 'longitude',
  furthestKm: 'furthestKm',
  partTime: 'needsPartTime',
  childcare: 'needsChildcare',
} as const satisfies { readonly [field in keyof Omit<Needs, 'journeyId'>]: ColumnKey };

/** Reads the personal columns. */
export function readPersons(cells: Cells, journey: string): { own: OwnPeople; faults: Fault[] } {
  const faults: Fault[] = [];
  const people: Person[] = slots.flatMap((slot) => {
    const about = [slot.name, slot.email, slot.phone, ...('channel' in slot ? [slot.channel] : [])];
    const filled = about.find((column) => cells[column] !== undefined);
    if (filled === undefined) return [];
    const name = cells[slot.name];
    if (name === undefined) faults.push(missing(slot.name, filled));
    const email = checked(slot.email, cells, z.email(), noMail, faults);
    const phone = checked(slot.phone, cells, Phone, noPhone, faults);
    const channel =
      'channel' in slot
        ? checked(slot.channel, cells, z.enum(['mail', 'sms']), noChannel, faults)
        : undefined;
    if (channel === 'sms' && phone === undefined) faults.push(missing(slot.phone, 'channel'));
    const person = { id: `${journey}-${slot.suffix}`, name: name ?? '', email: email ?? null };
    return [{ role: slot.role, ...person, phone: phone ?? null, channel: channel ?? 'mail' }];
  });
  return { own: { journey, people, ...needsOf(cells, journey, faults) }, faults };
}

type Texts = readonly [de: string, en: string];
const noMail: Texts = ['muss eine E-Mail-Adresse sein.', 'must be a mail address.'];
const noPhone: Texts = [
  'muss eine Telefonnummer mit Ländervorwahl sein (+49 …).',
  'must be a phone number with its country code (+49 …).',
];
const noChannel: Texts = ['muss mail oder sms sein.', 'must be mail or sms.'];

function checked<T>(
  column: ColumnKey,
  cells: Cells,
  schema: z.ZodType<T>,
  [de, en]: Texts,
  faults: Fault[],
): T | undefined {
  const text = cells[column];
  if (text === undefined) return undefined;
  const parsed = schema.safeParse(text);
  if (!parsed.success) faults.push(fault(column, 'invalid_format', de, en));
  return parsed.data;
}

function needsOf(cells: Cells, journey: string, faults: Fault[]): { needs?: Needs } {
  const given = Object.entries(needColumns).flatMap(([field, column]) => {
    const text = cells[column];
    if (text === undefined) return [];
    const isYesNo = field === 'partTime' || field === 'childcare';
    return [[field, isYesNo ? readBoolean(text) : field === 'region' ? text : readNumber(text)] as const];
  });
  if (given.length === 0) return {};
  const parsed = Needs.safeParse({ journeyId: journey, ...Object.fromEntries(given) });
  if (parsed.success) return { needs: parsed.data };
  for (const { path } of parsed.error.issues) {
    const column = needColumns[path[0] as keyof typeof needColumns];
    faults.push(
      fault(
        column,
        'invalid_value',
        'passt nicht: Zahl, Ja/Nein oder kurze Region erwartet.',
        'does not fit: a number, yes/no or a short region is expected.',
      ),
    );
  }
  return {};
}

/** The personal columns of a journey, from what the store keeps. */
export function writePersons({ people, needs }: OwnPeople): Cells {
  const guardians = people.filter(({ role }) => role === 'guardian');
  const [participant] = people.filter(({ role }) => role === 'participant');
  const chosen = [participant, guardians[0], guardians[1]];
  const cells: { [K in ColumnKey]?: string } = {};
  slots.forEach((slot, index) => {
    const person = chosen[index];
    if (!person) return;
    cells[slot.name] = person.name;
    if (person.email !== null) cells[slot.email] = person.email;
    if (person.phone) cells[slot.phone] = person.phone;
    if ('channel' in slot) cells[slot.channel] = person.channel ?? 'mail';
  });
  for (const [field, column] of Object.entries(needColumns)) {
    const value = needs?.[field as keyof typeof needColumns];
    if (value !== undefined && value !== null) cells[column] = String(value);
  }
  return cells;
}

/** Whether a line tells anything personal. */
export const tellsOfPeople = (cells: Cells): boolean =>
  columnKeys.some((column) => isPersonal(column) && cells[column] !== undefined);
