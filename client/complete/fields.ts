/** The fields of events as they are typed: `reason=moved`, `attended=participant,caseWorker`. */
import type { Role } from '../../workflows/effects/words.ts';
import { wordsOfEvent } from '../../workflows/journal/describe.ts';
import { type EventType, isEventType } from '../../workflows/journal/events.ts';
import type { FieldWords } from '../../workflows/journal/words/field.ts';
import { organisations, type Suggestion, sites, staff } from './stock.ts';
import { both } from './texts.ts';

/** What continues a field of an event: its name first, then what it takes. */
export async function fieldsOf(
  event: string | undefined,
  word: string,
  said: readonly string[],
): Promise<Suggestion[]> {
  if (!isEventType(event)) return [];
  const [name = '', typed] = word.split(/=(.*)/s);
  if (typed === undefined) return namesOf(event, said);
  const field = wordsOfEvent(event).words[name];
  const lead = isList(event, name) ? typed.slice(0, typed.lastIndexOf(',') + 1) : '';
  const known = lead.split(',');
  return (field ? await valuesOf(field) : [])
    .filter(({ value }) => !known.includes(value))
    .map(({ value, ...rest }) => ({ value: `${name}=${lead}${value}`, ...rest }));
}

/** Those that are not said yet; a field of what a field lists is no word of its own. */
function namesOf(event: EventType, said: readonly string[]): Suggestion[] {
  const { words } = wordsOfEvent(event);
  return Object.entries(words)
    .filter(([name]) => !name.includes('.') && said.every((one) => !one.startsWith(`${name}=`)))
    .map(([name, { label }]) => ({ value: `${name}=`, help: both(label) }));
}

function valuesOf({ values, ref }: FieldWords): Suggestion[] | Promise<Suggestion[]> {
  if (values) return Object.entries(values).map(([value, text]) => ({ value, help: both(text) }));
  const people: { readonly [ref: string]: Role } = {
    caseWorker: 'caseWorker',
    supporter: 'learningSupporter',
  };
  const role = people[ref ?? ''];
  if (role) return staff(role);
  if (ref === 'site') return sites();
  if (ref === 'company' || ref === 'school' || ref === 'chamber' || ref === 'funder')
    return organisations(ref);
  return [];
}

const isList = (event: EventType, name: string): boolean => {
  const { properties = {} } = wordsOfEvent(event).fields as {
    properties?: { readonly [name: string]: { readonly type?: string } };
  };
  return properties[name]?.type === 'array';
};
