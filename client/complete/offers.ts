/** What may be typed at a place of the command line. */
import type { Command } from 'commander';
import { cardSorts } from '../../activities/store/cards.ts';
import { Role, roleWords } from '../../workflows/effects/words.ts';
import { catalogue, eventTypes, reportKinds } from '../../workflows/journal/events.ts';
import { attentionWords, phaseWords } from '../../workflows/journal/words/places.ts';
import { federalStates } from '../../workflows/policy/holidays.ts';
import { policies } from '../../workflows/policy/policy.ts';
import { regionsOf } from '../chart/model.ts';
import { langs } from '../chart/theme.ts';
import { letterKinds } from '../papers/letters.ts';
import { scenarioNames } from '../simulate/scenario.ts';
import { organisationKinds } from '../web/api/schemas.ts';
import { fieldsOf } from './fields.ts';
import { type Place, pathOf } from './place.ts';
import { shells } from './shells.ts';
import { journeys, organisations, type Suggestion, sites, staff } from './stock.ts';
import { both } from './texts.ts';

/** Names of files, which the shell knows itself. */
export const files = 'files';

type Offered = readonly Suggestion[] | typeof files;
type Offer = (place: Place) => Offered | Promise<Offered>;

/** What may stand at a place, whether or not it continues the word. */
export async function offersAt(place: Place): Promise<Offered> {
  const { command, kind, name } = place;
  if (kind === 'command') return commandsOf(command);
  if (kind === 'option') return optionsOf(command);
  const offer = offers[`${pathOf(command)} ${name}`] ?? offers[name];
  return kind === 'nothing' || !offer ? [] : await offer(place);
}

function commandsOf(command: Command): Suggestion[] {
  const all = command.createHelp().visibleCommands(command);
  return all.map((one) => ({ value: one.name(), help: one.summary() || one.description() }));
}

const optionsOf = (command: Command): Suggestion[] =>
  command
    .createHelp()
    .visibleOptions(command)
    .flatMap(({ long, description }) => (long ? [{ value: long, help: description }] : []));

const codes = (all: readonly string[]): Suggestion[] => all.map((value) => ({ value }));

const worded = (words: {
  readonly [code: string]: { readonly de: string; readonly en: string };
}): Suggestion[] => Object.entries(words).map(([value, text]) => ({ value, help: both(text) }));

/** A list with commas: what continues it after those that are named. */
const listed =
  (offer: (part: string) => readonly Suggestion[] | Promise<readonly Suggestion[]>): Offer =>
  async ({ word }) => {
    const lead = word.slice(0, word.lastIndexOf(',') + 1);
    const known = lead.split(',');
    return (await offer(word.slice(lead.length)))
      .filter(({ value }) => !known.includes(value))
      .map((one) => ({ ...one, value: lead + one.value }));
  };

/** `role[:id]`. */
const speaker: Offer = async ({ word }) => {
  const [role = '', id] = word.split(':');
  const known = Role.safeParse(role);
  if (id === undefined || !known.success) return worded(roleWords);
  return (await staff(known.data)).map(({ value, ...rest }) => ({ value: `${role}:${value}`, ...rest }));
};

/** The event that is told stands before its fields; a start is a referral. */
const fields: Offer = ({ command, said, word }) => {
  const at = command.registeredArguments.findIndex((one) => one.name() === 'event');
  return fieldsOf(at < 0 ? 'intake.referred' : said[at], word, said);
};

const aFile: Offer = () => files;
const versions: Offer = () =>
  Object.values(policies).map((one) => ({ value: one.version, help: both(one.label) }));
const caseWorkers: Offer = () => staff('caseWorker');
const leads: Offer = () => staff('teamLead');

/** By what arguments and options are called; after a command's name where that makes a difference. */
const offers: { readonly [name: string]: Offer | undefined } = {
  journey: ({ word }) => journeys(word),
  journeys: listed(journeys),
  event: () => eventTypes.map((value) => ({ value, help: both(catalogue[value].label) })),
  fields,
  as: speaker,
  ...{ 'handover as': leads, 'transfer as': leads, 'receive as': leads, 'today as': () => staff() },
  ...{ caseWorker: caseWorkers, 'handover from': caseWorkers, 'handover to': caseWorkers },
  person: caseWorkers,
  role: () => worded(roleWords),
  ...{ policy: versions, comparePolicy: versions, 'rules dry-run to': versions, 'migrate to': versions },
  phase: listed(() => worded(phaseWords)),
  attention: listed(() => [...codes(['stuck']), ...worded(attentionWords)]),
  site: () => sites(),
  company: () => organisations('company'),
  federalState: () => codes(federalStates),
  'luv kind': () => codes(reportKinds),
  'letter kind': () => codes(letterKinds),
  'organisations kind': () => codes(organisationKinds),
  sort: () => codes(cardSorts),
  lang: () => codes(langs),
  region: () => regionsOf('de').map(({ path, label }) => ({ value: path, help: label })),
  scenario: () => codes(scenarioNames),
  shell: () => codes(shells),
  ...{ file: aFile, bundle: aFile, out: aFile, keys: aFile, 'transfer to': aFile, 'receive from': aFile },
};
