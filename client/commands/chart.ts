/** The command `chart`: the statechart as Mermaid or SVG, bare or as one journey has gone through it. */
import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { fold } from '../../workflows/fold/fold.ts';
import type { Folded } from '../../workflows/fold/folded.ts';
import { newestVersions, rulebookOf } from '../../workflows/fold/rulebook.ts';
import { parseJournal } from '../../workflows/journal/file.ts';
import { Day, endOfGermanDay, germanDay } from '../../workflows/policy/calendar.ts';
import { type Marks, marksOf } from '../chart/marks.ts';
import { mermaidOf } from '../chart/mermaid.ts';
import { regionsOf, type State } from '../chart/model.ts';
import { svgOf } from '../chart/picture.ts';
import { type Lang, langs } from '../chart/theme.ts';
import { ClientError, noSuchDay, unwritable } from '../errors.ts';
import { readJourney, viewJourney } from '../journeys.ts';
import { print } from '../output.ts';
import { readJson } from '../statement.ts';
import { withJourneys } from './journeys.ts';

interface Options {
  svg?: boolean;
  region?: string;
  lang: string;
  file?: string;
  until?: string;
  out?: string;
  json?: boolean;
}

/** Adds the command to a program. */
export function addChartCommand(program: Command): void {
  program
    .command('chart')
    .summary('draw the statechart, bare or with one journey marked')
    .description(
      'Draws the statechart as Mermaid or SVG; with a journey its states now and before are marked.',
    )
    .argument('[journey]', 'mark where this one stands and has been')
    .option('--file <file>', 'mark a journal file instead, as "fold" reads it')
    .option('--until <date>', 'the day that is its now')
    .option('--region <region>', 'only this one, with all that is noted in its states')
    .option('--svg', 'a picture; Mermaid where left out')
    .option(`--lang <${langs.join('|')}>`, 'language of the labels', 'de')
    .option('--out <file>', 'write it to a file; a picture where its name ends in .svg')
    .option('--json', 'print JSON')
    .action(chart);
}

async function chart(journey: string | undefined, options: Options): Promise<void> {
  const lang = langOf(options.lang);
  const regions = regionsOf(lang, options.region);
  const folded = await foldedOf(journey, options);
  const marks = folded && marksOf(folded);
  const drawn = await draw(regions, { lang, journey, marks }, options);
  const known = marks
    ? { until: marks.on, current: [...marks.current.keys()], past: [...marks.past.keys()] }
    : {};
  const { out, json } = options;
  if (out === undefined) return print({ ...known, ...drawn }, json, () => Object.values(drawn).join(''));
  write(out, `${Object.values(drawn).join('')}\n`);
  print({ ...known, out }, json, () => `Written to ${out}.`);
}

async function draw(
  regions: readonly State[],
  { lang, journey, marks }: { lang: Lang; journey: string | undefined; marks: Marks | undefined },
  { svg, out }: Options,
): Promise<{ svg: string } | { mermaid: string }> {
  const isPicture = svg ?? out?.endsWith('.svg') ?? false;
  return isPicture
    ? { svg: await svgOf(regions, { lang, journey, marks }) }
    : { mermaid: mermaidOf(regions, lang, marks) };
}

function langOf(given: string): Lang {
  const known = langs.find((lang) => lang === given);
  if (known === undefined)
    throw new ClientError('bad-input', {
      de: `Das Bild spricht ${langs.join(' oder ')}, nicht »${given}«.`,
      en: `The chart speaks ${langs.join(' or ')}, not "${given}".`,
    });
  return known;
}

/** The journey that is to be marked, if there is one. */
async function foldedOf(journey: string | undefined, { file, until }: Options): Promise<Folded | undefined> {
  if (journey !== undefined && file !== undefined)
    throw new ClientError('bad-input', {
      de: 'Nennen Sie eine Begleitung oder --file, nicht beides.',
      en: 'Name a journey or give --file, not both.',
    });
  const now = until === undefined ? undefined : endOf(until);
  if (journey !== undefined) return foldedJourney(journey, now);
  if (file !== undefined) {
    const end = now ?? endOfGermanDay(germanDay(new Date().toISOString()));
    return fold(rulebookOf(newestVersions), parseJournal(readJson(file), end), end);
  }
  if (now !== undefined)
    throw new ClientError('bad-input', {
      de: '--until braucht eine Begleitung: Nennen Sie eine, oder --file.',
      en: '--until needs a journey: name one, or give --file.',
    });
  return undefined;
}

function endOf(until: string): string {
  const day = Day.safeParse(until);
  if (day.success) return endOfGermanDay(day.data);
  throw noSuchDay(until);
}

/** A journey as it was known at the end of a day, or is now by its own clock. */
function foldedJourney(journey: string, until: string | undefined): Promise<Folded> {
  return withJourneys(async (journeys) => {
    const { now, ...versions } = await viewJourney(journeys, journey);
    const journal = await readJourney(journeys, journey);
    const end = until ?? now;
    return fold(
      rulebookOf(versions),
      journal.filter(({ recordedAt }) => recordedAt <= end),
      end,
    );
  });
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw unwritable(file, error);
  }
}
